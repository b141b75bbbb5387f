using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Computes the score of an improvement from the values that the formula names.</summary>
internal static class ScoreReader
{
    /// <summary>The score, or the names of the values that are missing. A score that is not finite is none.</summary>
    public static (double? Score, ImmutableArray<string> Missing) Read(
        WrittenValues values,
        ImmutableArray<Field> fields,
        Formula formula
    )
    {
        double? Value(string name) =>
            name switch
            {
                "impact" => values.Of(FieldCatalog.Impact)?.Value,
                "effort" => values.Of(FieldCatalog.Effort)?.Value,
                _ => Labelled(fields, name),
            };

        ImmutableArray<string> missing = [.. formula.Variables.Where(name => Value(name) is null)];
        if (missing.Length > 0)
        {
            return (null, missing);
        }

        var score = formula.Evaluate(name => Value(name) ?? double.NaN);
        return (double.IsFinite(score) ? score : null, missing);
    }

    /// <summary>The number of the field whose label is the name of one of the formula's values; a percentage counts as a share.</summary>
    private static double? Labelled(ImmutableArray<Field> fields, string name)
    {
        var folded = TextNormalizer.Normalize(name);
        foreach (var field in fields)
        {
            var label = field.Label.AsSpan();
            var bracket = label.IndexOf('(');
            var text = field.Text.AsSpan().TrimStart("~≈ ");
            if (
                TextNormalizer.Normalize(bracket > 0 ? label[..bracket] : label) == folded
                && Numbers.TryLeading(text, out var value, out var end)
            )
            {
                return text[end..].TrimStart() is ['%', ..] ? value / 100 : value;
            }
        }

        return null;
    }
}
