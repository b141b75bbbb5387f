namespace KaizenGate.Core.Reading;

/// <summary>The values that the labels of one issue state; the first label that states a value counts. All are inferred.</summary>
internal readonly struct IssueLabels
{
    private readonly SourceSpan span;
    private readonly Labelled<double>? impact;
    private readonly Labelled<double>? effort;
    private readonly Labelled<Priority>? priority;
    private readonly Labelled<Category?>? category;

    /// <summary>Reads labels.</summary>
    /// <param name="written">The labels, separated by commas; null for none.</param>
    /// <param name="meanings">What labels state that were read before: most issues have the same ones.</param>
    public IssueLabels(Written<string>? written, Dictionary<string, LabelMeaning> meanings)
    {
        if (written is null)
        {
            return;
        }

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

            impact ??= meaning.Impact;
            effort ??= meaning.Effort;
            priority ??= meaning.Priority;
            category ??= meaning.Category;
        }
    }

    public Written<double>? Impact() => Inferred(impact);

    public Written<double>? Effort() => Inferred(effort);

    public Written<Priority>? Priority() => Inferred(priority);

    public Written<Category?>? Category() => Inferred(category);

    private Written<T>? Inferred<T>(Labelled<T>? found) =>
        found is { } one ? new Written<T>(one.Value, one.Label, span, ValueOrigin.Inferred) : null;
}
