namespace KaizenGate.Core.Reading;

/// <summary>Computes the score of an improvement from the values that the formula needs.</summary>
internal static class ScoreReader
{
    /// <summary>Returns the score, or the names of the missing values. The score is null when it is not finite.</summary>
    public static (double? Score, ImmutableArray<string> Missing) Read(
        WrittenValues values,
        ImmutableArray<Field> fields,
        Formula formula
    )
    {
        Span<double> needed = stackalloc double[formula.Variables.Length];
        ImmutableArray<string> missing = [];
        for (var index = 0; index < needed.Length; index++)
        {
            var name = formula.Variables[index];
            var value = name switch
            {
                "impact" => values.Of(FieldCatalog.Impact)?.Value,
                "effort" => values.Of(FieldCatalog.Effort)?.Value,
                _ => Labelled(fields, name),
            };
            needed[index] = value ?? double.NaN;
            missing = value is null ? missing.Add(name) : missing;
        }

        if (missing.Length > 0)
        {
            return (null, missing);
        }

        var score = formula.Evaluate(needed);
        return (double.IsFinite(score) ? score : null, missing);
    }

    /// <summary>Returns the number of the field whose label is a variable of the formula; a percentage is divided by 100.</summary>
    private static double? Labelled(ImmutableArray<Field> fields, string name)
    {
        var normalized = TextNormalizer.Normalize(name);
        foreach (var field in fields)
        {
            var label = field.Label.AsSpan();
            var bracket = label.IndexOf('(');
            var text = field.Text.AsSpan().TrimStart("~≈ ");
            if (
                TextNormalizer.Normalize(bracket > 0 ? label[..bracket] : label) == normalized
                && Numbers.TryLeading(text, out var value, out var end)
            )
            {
                return text[end..].TrimStart() is ['%', ..] ? value / 100 : value;
            }
        }

        return null;
    }
}

/// <summary>Reads scores: <c>72</c>, <c>72/100</c>, or an expression with its result, <c>8 × (11-2) = 72</c>.</summary>
internal static class ScoreText
{
    /// <summary>Returns the score; null when the text has none.</summary>
    public static double? Read(string text)
    {
        var equals = text.LastIndexOf('=');
        return After(text, equals, isResult: equals >= 0) ?? (equals < 0 ? null : After(text, -1, isResult: false));
    }

    /// <param name="text">The value.</param>
    /// <param name="sign">The place of the sign before the score; -1 for none.</param>
    /// <param name="isResult">Whether anything may follow the score, as it is the result of an expression.</param>
    private static double? After(string text, int sign, bool isResult)
    {
        var result = text.AsSpan(sign + 1).TrimStart(" *_~≈");
        if (!Numbers.TryLeading(result, out var value, out var end))
        {
            return null;
        }

        var rest = result[end..].TrimStart();
        var isBare = isResult || rest.IsEmpty || rest[0] is '(' or '[' or '/' or '—' or '–' or ',' or ';' or '|';
        return isBare ? value : null;
    }
}
