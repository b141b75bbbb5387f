namespace KaizenGate.Core.Reading;

/// <summary>
/// What the labels of an issue state: <c>impact:8</c>, <c>size/S</c>, <c>high-priority</c>, <c>P1</c>, <c>performance</c>. All values
/// are inferred, and the first label that states one counts.
/// </summary>
/// <param name="written">The labels, separated by commas; null for none.</param>
internal readonly struct IssueLabels(Written<string>? written)
{
    private const double LeastEffort = 2;

    public Written<double>? Impact() =>
        First(label => ValueOf(label, FieldCatalog.Impact) is { } value ? Rating(value, LevelWords.Impact) : null);

    public Written<double>? Effort() =>
        First(label =>
            ValueOf(label, FieldCatalog.Effort) is { } value
                ? Rating(value, word => LevelWords.Effort(word, inSizes: true))
            : label.Equals("good first issue", StringComparison.OrdinalIgnoreCase) ? LeastEffort
            : null
        );

    public Written<Priority>? Priority() =>
        First(label =>
            ValueOf(label, FieldCatalog.Priority) is { } value
                ? LevelWords.LeadingPriority(value)
                : LevelWords.OfTag(TextNormalizer.Normalize(label))
        );

    public Written<Category?>? Category() =>
        First(label => CategoryWords.Exactly(ValueOf(label, FieldCatalog.Category) ?? label)) is { } found
            ? new Written<Category?>(found.Value, found.Text, found.Span, ValueOrigin.Inferred)
            : null;

    private Written<T>? First<T>(Func<string, T?> read)
        where T : struct
    {
        if (written is null)
        {
            return null;
        }

        foreach (var label in written.Text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries))
        {
            var plain = label.Trim('`', '"', '\'', '#');
            if (read(plain) is { } value)
            {
                return new Written<T>(value, plain, written.Span, ValueOrigin.Inferred);
            }
        }

        return null;
    }

    private static double? Rating(string value, Func<string, double?> infer) =>
        RatingText.Read(value, scale: 0, infer)?.Value;

    /// <summary>Returns the value in a label that names a field: "8" of "impact:8", "high" of "high-priority"; null for another field or none.</summary>
    private static string? ValueOf(string label, FieldDefinition field)
    {
        var mark = label.IndexOfAny([':', '/', '=']);
        if (mark > 0)
        {
            return Labels.FieldOf(TextNormalizer.Normalize(label.AsSpan(0, mark))) == field
                ? label[mark..].TrimStart(':', '/', '=', ' ')
                : null;
        }

        var words = TextNormalizer.Words(label);
        return words.Count < 2 ? null
            : Labels.FieldOf(words[^1]) == field ? string.Join(' ', words[..^1])
            : Labels.FieldOf(words[0]) == field ? string.Join(' ', words[1..])
            : null;
    }
}
