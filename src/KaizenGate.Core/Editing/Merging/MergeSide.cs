using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>One of the three backlogs to merge, with the identities of its improvements.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Backlog">What was read of them.</param>
/// <param name="Blocks">The places of its improvements.</param>
internal sealed record MergeSide(string[] Lines, Backlog Backlog, List<PlacedItem> Blocks)
{
    /// <summary>What each improvement is called in the merge, by its position; first its own key, until it is known better.</summary>
    public string[] Names { get; } = [.. Backlog.Improvements.Select(item => item.Key)];

    /// <summary>Reads a side.</summary>
    /// <exception cref="InputException">It breaks a limit of what is read.</exception>
    public static MergeSide Read(MergeText text, ReadingOptions options)
    {
        var joined = text.Joined;
        var backlog = BacklogReader.Read(SourceFile.Named("backlog"), joined, options);
        return new MergeSide(text.Lines, backlog, ItemBlocks.Of(backlog, joined, text.Lines, options));
    }

    /// <summary>The improvement of a name; null when there is none, or more than one.</summary>
    public Improvement? Find(string name)
    {
        var at = Array.IndexOf(Names, name);
        return at >= 0 && Array.LastIndexOf(Names, name) == at ? Backlog.Improvements[at] : null;
    }

    /// <summary>The name of each place; the same one may come twice.</summary>
    public IEnumerable<(string Name, PlacedItem Place)> Named() =>
        Blocks.Select(place =>
        {
            var form = place.Form switch
            {
                ImprovementForm.Heading => 'h',
                ImprovementForm.TableRow => 'r',
                _ => 'e',
            };
            return ($"{form} {Names[place.Item.Order]}", place);
        });

    /// <summary>Cuts the text into its improvements and the lines between them.</summary>
    /// <param name="isOne">Whether a name stands for one thing.</param>
    public MergeDocument Cut(Func<string, bool> isOne)
    {
        var places = Named().Where(one => isOne(one.Name)).ToDictionary(one => one.Place.Line);
        var figures = Figures();
        var elements = new List<MergeElement>();
        for (var at = 0; at < Lines.Length; at++)
        {
            if (places.TryGetValue(at, out var one))
            {
                elements.Add(
                    new MergeElement(Lines[at..one.Place.End], one.Name)
                    {
                        Line = at,
                        Item = one.Place.Item,
                        Rank = Rank(one.Place.Item),
                    }
                );
                at = one.Place.End - 1;
            }
            else if (!string.IsNullOrWhiteSpace(Lines[at]))
            {
                elements.Add(new MergeElement([Lines[at]], figures.GetValueOrDefault(at)) { Line = at });
            }
        }

        return MergeDocument.Of(elements, Lines);
    }

    /// <summary>The lines on which the file says something about itself, one thing each.</summary>
    private Dictionary<int, string> Figures()
    {
        var metadata = Backlog.Metadata ?? new Metadata();
        var spans = new (string Name, SourceSpan? Span)[]
        {
            (MergedFigures.Updated, metadata.LastUpdated?.Span),
            (MergedFigures.Total, metadata.TotalItems?.Span),
            (MergedFigures.Rate, metadata.ExecutionRate?.Span),
        };
        return spans
            .Where(one => one.Span is not null)
            .GroupBy(one => one.Span!.Value.Line - 1)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Name);
    }

    /// <summary>The higher score stands first, among closed ones the later.</summary>
    private static double Rank(Improvement item) =>
        item.IsOpen ? item.Score ?? double.MinValue : item.Completed?.Value.DayNumber ?? double.MinValue;
}
