using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Analytics;

/// <summary>An improvement that is open on the last day of the period.</summary>
internal sealed record OpenImprovement
{
    public string? Id { get; init; }

    public required string Title { get; init; }

    public required SourceFile Backlog { get; init; }

    /// <summary>The file that it is in; that of the backlog when it is in none.</summary>
    public required SourceFile File { get; init; }

    /// <summary>From 1; null when it is no longer in the file.</summary>
    public int? Line { get; init; }

    /// <summary>The address of its page in a tracker; null without one.</summary>
    public string? Address { get; init; }

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

    /// <summary>Returns the improvements that are open in the files.</summary>
    public static ImmutableArray<OpenImprovement> Today(ImmutableArray<Evidence> evidence, DateOnly today) =>
        [
            .. evidence.SelectMany(one =>
            {
                var timeline = one.History as Timeline;
                var dates = new ItemDates(one.Backlog, timeline, RuleContext.HistoryOf(timeline, today));
                return one
                    .Backlog.Improvements.Where(item => item.IsOpen)
                    .Concat(one.Backlog.OpenInArchive)
                    .Select(item =>
                        Of(one.Backlog, item, item.Title, dates.Captured(item), today) with
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
                        life.Backlog,
                        life.Item,
                        life.Title,
                        life.Life?.Captured is { } captured ? new(captured.Date, captured.IsFromStart) : null,
                        day
                    )
                ),
        ];

    private static OpenImprovement Of(
        Backlog backlog,
        Improvement? item,
        string title,
        Since? captured,
        DateOnly day
    ) =>
        new()
        {
            Id = item?.Id,
            Title = title,
            Backlog = backlog.File,
            File = backlog.FileOf(item),
            Line = item?.Span.Line,
            Address = item?.Address,
            Category = item?.Category?.Value,
            Impact = item?.Impact?.Value,
            Effort = item?.Effort?.Value,
            Score = item?.Score is { } score && double.IsFinite(score) ? score : null,
            AgeDays = captured is { } since ? Math.Max(0, since.DaysUntil(day)) : null,
            IsAtLeastThatOld = captured is { IsAtLeast: true },
        };
}

/// <param name="FromDays">The minimum age.</param>
/// <param name="ToDays">The maximum age; null for none.</param>
/// <param name="Count">The number of open improvements.</param>
internal sealed record AgeBand(int FromDays, int? ToDays, int Count)
{
    /// <summary>From the next day on, an open improvement counts as stuck: a quarter, the threshold of KZ305.</summary>
    public const int OldDays = 90;

    /// <summary>A week, a month, a quarter (the threshold of KZ305), half a year and a year.</summary>
    private static readonly ImmutableArray<int> Starts = [0, 8, 31, OldDays + 1, 182, 366];

    public static ImmutableArray<AgeBand> Of(ImmutableArray<OpenImprovement> open) =>
        [
            .. Starts.Select(
                (start, at) =>
                {
                    var end = at + 1 < Starts.Length ? Starts[at + 1] - 1 : (int?)null;
                    return new AgeBand(start, end, open.Count(one => one.AgeDays >= start && !(one.AgeDays > end)));
                }
            ),
        ];
}
