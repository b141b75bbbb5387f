using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>Lists what is open on the last day of the period.</summary>
internal static class OpenImprovements
{
    /// <summary>A week, a month, the quarter after which KZ305 counts, half a year, a year.</summary>
    private static readonly ImmutableArray<int> BandStarts = [0, 8, 31, 91, 182, 366];

    /// <summary>What is open today, as the files have it.</summary>
    public static ImmutableArray<OpenImprovement> Today(ImmutableArray<Evidence> evidence, DateOnly today) =>
        [
            .. evidence.SelectMany(one =>
            {
                var timeline = one.Past as Timeline;
                var standing = RuleContext.HistoryOf(timeline, today);
                return one
                    .Backlog.Improvements.Where(item => item.IsOpen)
                    .Select(item =>
                        Of(one.Backlog.File, item, item.Title, ItemDates.Captured(item, timeline, standing), today) with
                        {
                            Status = item.Status,
                        }
                    );
            }),
        ];

    /// <summary>What was open on a day in the past, as the events have it; impact and effort are those of today.</summary>
    public static ImmutableArray<OpenImprovement> Then(ImmutableArray<ObservedLifecycle> lives, DateOnly day) =>
        [
            .. lives
                .Where(life => life.Life is { IsOpen: true })
                .Select(life =>
                    Of(
                        life.File,
                        life.Item,
                        life.Title,
                        life.Life?.Captured is { } captured ? new(captured.Date, captured.IsFromStart) : null,
                        day
                    )
                ),
        ];

    public static ImmutableArray<AgeBand> Bands(ImmutableArray<OpenImprovement> open) =>
        [
            .. BandStarts.Select(
                (start, at) =>
                {
                    var end = at + 1 < BandStarts.Length ? BandStarts[at + 1] - 1 : (int?)null;
                    return new AgeBand(start, end, open.Count(one => one.AgeDays >= start && !(one.AgeDays > end)));
                }
            ),
        ];

    /// <summary>How some days are spread.</summary>
    /// <param name="days">The days; those that nothing tells are left out.</param>
    /// <param name="missing">Why there are none, if so.</param>
    public static Spread Spread(IEnumerable<int?> days, string missing)
    {
        ImmutableArray<double> known = [.. days.OfType<int>().Select(day => (double)day)];
        return new(
            known.Length,
            Percentile.Of(known, 0.5),
            Percentile.Of(known, 0.85),
            Percentile.Of(known, 0.95),
            known.IsEmpty ? missing : null
        );
    }

    private static OpenImprovement Of(
        SourceFile file,
        Improvement? item,
        string title,
        Since? captured,
        DateOnly day
    ) =>
        new()
        {
            Id = item?.Id,
            Title = title,
            File = file,
            Line = item?.Span.Line,
            Category = item?.Category?.Value,
            Impact = item?.Impact?.Value,
            Effort = item?.Effort?.Value,
            Score = item?.Score is { } score && double.IsFinite(score) ? score : null,
            AgeDays = captured is { } since ? Math.Max(0, since.DaysUntil(day)) : null,
            IsAtLeastThatOld = captured is { IsAtLeast: true },
        };
}
