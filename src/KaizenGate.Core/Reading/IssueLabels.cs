namespace KaizenGate.Core.Reading;

/// <summary>The values that the labels of one issue state; the first label that states a value counts. All are inferred.</summary>
internal sealed class IssueLabels
{
    private readonly SourceSpan span;

    // The meanings of the labels that state the value.
    private readonly LabelMeaning? impact;
    private readonly LabelMeaning? effort;
    private readonly LabelMeaning? priority;
    private readonly LabelMeaning? category;

    private IssueLabels() { }

    /// <summary>Reads labels.</summary>
    /// <param name="written">The labels, separated by commas.</param>
    /// <param name="meanings">What labels state that were read before: most issues have the same ones.</param>
    public IssueLabels(Written<string> written, Dictionary<string, LabelMeaning> meanings)
    {
        span = written.Span;
        var known = meanings.GetAlternateLookup<ReadOnlySpan<char>>();
        var labels = written.Text.AsSpan().Trim("[]");
        foreach (var range in labels.Split(','))
        {
            var label = labels[range].Trim().Trim("`\"'#");
            if (!known.TryGetValue(label, out var meaning))
            {
                meaning = LabelMeaning.Of(label.ToString());
                known[label] = meaning;
            }

            impact ??= meaning.Impact is null ? null : meaning;
            effort ??= meaning.Effort is null ? null : meaning;
            priority ??= meaning.Priority is null ? null : meaning;
            category ??= meaning.Category is null ? null : meaning;
        }
    }

    /// <summary>No labels.</summary>
    public static IssueLabels None { get; } = new();

    public Written<double>? Impact() => Inferred(impact?.Impact);

    public Written<double>? Effort() => Inferred(effort?.Effort);

    public Written<Priority>? Priority() => Inferred(priority?.Priority);

    public Written<Category?>? Category() => Inferred(category?.Category);

    private Written<T>? Inferred<T>(Labelled<T>? found) =>
        found is { } one ? new Written<T>(one.Value, one.Label, span, ValueOrigin.Inferred) : null;
}
