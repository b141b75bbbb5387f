namespace KaizenGate.Core.Reading;

/// <summary>The values that the labels of one issue state. All are inferred.</summary>
/// <param name="written">The labels, separated by commas; null for none.</param>
/// <param name="meanings">What labels state that were read before: most issues have the same ones.</param>
internal readonly struct IssueLabels(Written<string>? written, Dictionary<string, LabelMeaning> meanings)
{
    private readonly LabelMeaning? meaning = written is null ? null : MeaningOf(written.Text, meanings);

    public Written<double>? Impact() => Inferred(meaning?.Impact);

    public Written<double>? Effort() => Inferred(meaning?.Effort);

    public Written<Priority>? Priority() => Inferred(meaning?.Priority);

    public Written<Category?>? Category() => Inferred(meaning?.Category);

    private Written<T>? Inferred<T>(Labelled<T>? found) =>
        found is { } one ? new Written<T>(one.Value, one.Label, written!.Span, ValueOrigin.Inferred) : null;

    private static LabelMeaning MeaningOf(string labels, Dictionary<string, LabelMeaning> meanings)
    {
        if (!meanings.TryGetValue(labels, out var meaning))
        {
            meaning = LabelMeaning.Of(labels);
            meanings.Add(labels, meaning);
        }

        return meaning;
    }
}
