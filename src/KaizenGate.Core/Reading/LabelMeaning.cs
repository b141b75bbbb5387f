namespace KaizenGate.Core.Reading;

/// <summary>A value that a label of an issue states.</summary>
/// <param name="Label">The label without quotes.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Labelled<T>(string Label, T Value);

/// <summary>What a label of an issue states: <c>impact:8</c>, <c>size/S</c>, <c>high-priority</c>, <c>P1</c>, <c>performance</c>.</summary>
internal sealed record LabelMeaning
{
    private const double LeastEffort = 2;

    public Labelled<double>? Impact { get; private init; }

    public Labelled<double>? Effort { get; private init; }

    public Labelled<Priority>? Priority { get; private init; }

    public Labelled<Category?>? Category { get; private init; }

    /// <summary>Reads a label.</summary>
    public static LabelMeaning Of(string label) =>
        new()
        {
            Impact = Labelled(
                label,
                ValueOf(label, FieldCatalog.Impact) is { } impact ? Rating(impact, LevelWords.Impact) : null
            ),
            Effort = Labelled(
                label,
                ValueOf(label, FieldCatalog.Effort) is { } effort
                        ? Rating(effort, word => LevelWords.Effort(word, inSizes: true))
                    : label.Equals("good first issue", StringComparison.OrdinalIgnoreCase) ? LeastEffort
                    : null
            ),
            Priority = Labelled(
                label,
                ValueOf(label, FieldCatalog.Priority) is { } priority
                    ? LevelWords.LeadingPriority(priority)
                    : LevelWords.OfTag(TextNormalizer.Normalize(label))
            ),
            Category = CategoryWords.Exactly(ValueOf(label, FieldCatalog.Category) ?? label) is { } category
                ? new(label, category)
                : null,
        };

    private static Labelled<T>? Labelled<T>(string label, T? value)
        where T : struct => value is { } known ? new Labelled<T>(label, known) : null;

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
