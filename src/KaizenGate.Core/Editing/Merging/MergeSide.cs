using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>One of the three backlogs to merge, with the identities of its improvements.</summary>
internal sealed record MergeSide(string[] Lines, Backlog Backlog, List<PlacedItem> Places)
{
    /// <summary>The identity of each improvement in the merge, by its order: its key, unless the ancestor has it under another one.</summary>
    public string[] Names { get; } = [.. Backlog.Improvements.Select(item => item.Key)];

    /// <exception cref="InputException">The text exceeds a limit of the reader.</exception>
    public static MergeSide Read(MergeText text, ReadingOptions options)
    {
        var joined = text.Joined;
        var backlog = BacklogReader
            .ReadMarkdown(SourceFile.Named("backlog"), new TextFile(joined.Replace('\0', '\uFFFD'), null), options)
            .Backlog;
        return new MergeSide(text.Lines, backlog, ItemBlocks.Of(backlog, joined, text.Lines, options));
    }

    /// <summary>Returns the improvement with a name; null when there is none, or more than one.</summary>
    public Improvement? Find(string name)
    {
        var at = Array.IndexOf(Names, name);
        return at >= 0 && Array.LastIndexOf(Names, name) == at ? Backlog.Improvements[at] : null;
    }

    /// <summary>Returns the key of a place: the name of its improvement together with its form.</summary>
    public string KeyOf(PlacedItem place)
    {
        var form = place.Form switch
        {
            ImprovementForm.Heading => 'h',
            ImprovementForm.TableRow => 'r',
            _ => 'e',
        };
        return $"{form} {Names[place.Item.Order]}";
    }

    /// <summary>Cuts the text into its improvements and the lines between them.</summary>
    /// <param name="ambiguous">Keys of several places, which are cut into lines instead.</param>
    public MergeDocument Cut(HashSet<string> ambiguous)
    {
        var places = Places.Where(place => !ambiguous.Contains(KeyOf(place))).ToDictionary(place => place.Line);
        var figures = Figures();
        var elements = new List<MergeElement>();
        for (var at = 0; at < Lines.Length; at++)
        {
            if (places.TryGetValue(at, out var place))
            {
                elements.Add(
                    new MergeElement(Lines[at..place.End], KeyOf(place))
                    {
                        Line = at,
                        Item = place.Item,
                        Rank = Rank(place.Item),
                    }
                );
                at = place.End - 1;
            }
            else if (!string.IsNullOrWhiteSpace(Lines[at]))
            {
                elements.Add(new MergeElement([Lines[at]], figures.GetValueOrDefault(at)) { Line = at });
            }
        }

        return new MergeDocument(elements, Lines);
    }

    /// <summary>Returns the keys of lines with exactly one figure of the file's metadata, by index.</summary>
    private Dictionary<int, string> Figures()
    {
        var metadata = Backlog.Metadata;
        var spans = new (string Key, SourceSpan? Span)[]
        {
            (MergedFigures.Updated, metadata?.LastUpdated?.Span),
            (MergedFigures.Total, metadata?.TotalItems?.Span),
            (MergedFigures.Rate, metadata?.ExecutionRate?.Span),
        };
        return spans
            .Where(one => one.Span is not null)
            .GroupBy(one => one.Span!.Value.Line - 1)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Key);
    }

    /// <summary>Higher scores come first, and later completions among closed improvements.</summary>
    private static double Rank(Improvement item) =>
        (item.IsOpen ? item.Score : item.Completed?.Value.DayNumber) ?? double.MinValue;
}
