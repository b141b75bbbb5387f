using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>Lists the improvements that are open on the last day of the period.</summary>
internal static class OpenImprovements
{
    /// <summary>A week, a month, a quarter (the threshold of KZ305), half a year and a year.</summary>
    private static readonly ImmutableArray<int> BandStarts = [0, 8, 31, 91, 182, 366];

    /// <summary>Returns the improvements that are open in the files.</summary>
    public static ImmutableArray<OpenImprovement> Today(ImmutableArray<Evidence> evidence, DateOnly today) =>
        [
            .. evidence.SelectMany(one =>
            {
                var timeline = one.History as Timeline;
                var effective = RuleContext.HistoryOf(timeline, today);
                return one
                    .Backlog.Improvements.Where(item => item.IsOpen)
                    .Select(item =>
                        Of(
                            one.Backlog.File,
                            item,
                            item.Title,
                            ItemDates.Captured(item, timeline, effective),
                            today
                        ) with
                        {
                            Status = item.Status,
                        }
                    );
            }),
        ];

    /// <summary>Returns the improvements that were open on an earlier day, with the impact and effort of today.</summary>
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

    /// <param name="days">The samples; null is ignored.</param>
    /// <param name="missing">The reason when there are no samples.</param>
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

/// <summary>An improvement that is open on the last day of the period.</summary>
internal sealed record OpenImprovement
{
    public string? Id { get; init; }

    public required string Title { get; init; }

    public required SourceFile File { get; init; }

    /// <summary>From 1; null when it is no longer in the file.</summary>
    public int? Line { get; init; }

    /// <summary>Null on an earlier day than today, for which only the events are known.</summary>
    public Status? Status { get; init; }

    public Category? Category { get; init; }

    /// <summary>1 to 10 when valid; null when not scored.</summary>
    public double? Impact { get; init; }

    /// <summary>1 to 10 when valid, 10 being the highest; null when not scored.</summary>
    public double? Effort { get; init; }

    /// <summary>Null when not scored.</summary>
    public double? Score { get; init; }

    /// <summary>Days since the capture; null when unknown.</summary>
    public int? AgeDays { get; init; }

    /// <summary>Whether it may be older, because it was there when the history began.</summary>
    public bool IsAtLeastThatOld { get; init; }
}

/// <param name="FromDays">The minimum age.</param>
/// <param name="ToDays">The maximum age; null for none.</param>
/// <param name="Count">The number of open improvements.</param>
internal sealed record AgeBand(int FromDays, int? ToDays, int Count);
