namespace KaizenGate.Core.Reading;

/// <summary>A value that a label of an issue states.</summary>
/// <param name="Label">The label without quotes.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Labelled<T>(string Label, T Value);

/// <summary>
/// What the labels of an issue state: <c>impact:8</c>, <c>size/S</c>, <c>high-priority</c>, <c>P1</c>, <c>performance</c>. The first
/// label that states a value counts.
/// </summary>
internal sealed record LabelMeaning
{
    private const double LeastEffort = 2;

    public Labelled<double>? Impact { get; private init; }

    public Labelled<double>? Effort { get; private init; }

    public Labelled<Priority>? Priority { get; private init; }

    public Labelled<Category?>? Category { get; private init; }

    /// <summary>Reads labels.</summary>
    /// <param name="labels">The labels, separated by commas.</param>
    public static LabelMeaning Of(string labels)
    {
        ImmutableArray<string> plain =
        [
            .. labels
                .Trim('[', ']')
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(label => label.Trim('`', '"', '\'', '#')),
        ];
        return new()
        {
            Impact = First(
                plain,
                label => ValueOf(label, FieldCatalog.Impact) is { } value ? Rating(value, LevelWords.Impact) : null
            ),
            Effort = First(
                plain,
                label =>
                    ValueOf(label, FieldCatalog.Effort) is { } value
                        ? Rating(value, word => LevelWords.Effort(word, inSizes: true))
                    : label.Equals("good first issue", StringComparison.OrdinalIgnoreCase) ? LeastEffort
                    : null
            ),
            Priority = First(
                plain,
                label =>
                    ValueOf(label, FieldCatalog.Priority) is { } value
                        ? LevelWords.LeadingPriority(value)
                        : LevelWords.OfTag(TextNormalizer.Normalize(label))
            ),
            Category = First(plain, label => CategoryWords.Exactly(ValueOf(label, FieldCatalog.Category) ?? label))
                is { } found
                ? new(found.Label, found.Value)
                : null,
        };
    }

    private static Labelled<T>? First<T>(ImmutableArray<string> labels, Func<string, T?> read)
        where T : struct
    {
        foreach (var label in labels)
        {
            if (read(label) is { } value)
            {
                return new(label, value);
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
