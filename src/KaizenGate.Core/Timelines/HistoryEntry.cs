using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Timelines;

/// <summary>An event with what makes sense of it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Id">The id of the improvement; null when it has none.</param>
/// <param name="Title">The title that it had then, or, where that is not known, before or now; null when none is known.</param>
/// <param name="TitleBefore">The title that it had before; null when that is not known.</param>
/// <param name="ScoreBefore">The score that it had before; null for none.</param>
internal sealed record HistoryEntry(
    TimelineEvent Event,
    string? Id,
    string? Title,
    string? TitleBefore = null,
    double? ScoreBefore = null
)
{
    /// <summary>All events of a backlog, in their order.</summary>
    public static ImmutableArray<HistoryEntry> Of(Backlog backlog, HistoryResult past)
    {
        if (past is not Timeline timeline)
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
        foreach (var happened in timeline.Events)
        {
            var item = now.GetValueOrDefault(happened.Key);
            var (titleBefore, scoreBefore) = last.GetValueOrDefault(happened.Key);
            var title = happened.Title ?? titleBefore ?? item?.Title;
            var id = item is null ? IdIn(happened.Key) : item.Id;
            entries.Add(new HistoryEntry(happened, id, title, titleBefore, scoreBefore));
            last[happened.Key] = (title, happened.Score);
        }

        return entries.MoveToImmutable();
    }

    // The key of what has no id is a folded title, which has neither capitals nor signs.
    private static string? IdIn(string key) =>
        key.StartsWith('#') || key.AsSpan().ContainsAnyInRange('A', 'Z') ? key : null;
}
