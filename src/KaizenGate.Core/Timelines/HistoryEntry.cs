namespace KaizenGate.Core.Timelines;

/// <summary>An event with the improvement's previous values.</summary>
/// <param name="Event">The event.</param>
/// <param name="Id">The id of the improvement; null when it has none.</param>
/// <param name="Title">The title at that time, or else the nearest known one; null when none is known.</param>
/// <param name="TitleBefore">The previous title; null when unknown.</param>
/// <param name="ScoreBefore">The previous score; null for none.</param>
internal sealed record HistoryEntry(
    TimelineEvent Event,
    string? Id,
    string? Title,
    string? TitleBefore = null,
    double? ScoreBefore = null
)
{
    /// <summary>Returns the events of a backlog in order; empty without a timeline.</summary>
    public static ImmutableArray<HistoryEntry> Of(Backlog backlog, HistoryResult history)
    {
        if (history is not Timeline timeline)
        {
            return [];
        }

        var now = new Dictionary<string, Improvement>(StringComparer.Ordinal);
        foreach (var item in backlog.WithArchive)
        {
            now.TryAdd(timeline.KeyOf(item), item);
        }

        var last = new Dictionary<string, (string? Title, double? Score)>(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<HistoryEntry>(timeline.Events.Length);
        foreach (var next in timeline.Events)
        {
            var item = now.GetValueOrDefault(next.Key);
            var (titleBefore, scoreBefore) = last.GetValueOrDefault(next.Key);
            var title = next.Title ?? titleBefore ?? item?.Title;
            var id = item is null ? IdIn(next.Key) : item.Id;
            entries.Add(new HistoryEntry(next, id, title, titleBefore, scoreBefore));
            last[next.Key] = (title, next.Score);
        }

        return entries.MoveToImmutable();
    }

    // The key of an improvement without an id is its normalized title, which has no capitals or symbols.
    private static string? IdIn(string key) =>
        key.StartsWith('#') || key.AsSpan().ContainsAnyInRange('A', 'Z') ? key : null;
}
