using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>The effect of the checked change on all backlogs together. No rule decides whether what it completes is really done: a reviewer does.</summary>
internal sealed record ChangeEffect
{
    /// <summary>The change in words: "since main".</summary>
    public required string Description { get; init; }

    /// <summary>The figures after the change minus those before it.</summary>
    public FiguresDelta Delta { get; init; }

    /// <summary>The number of captured improvements.</summary>
    public int Captured { get; init; }

    /// <summary>The number of completed improvements, including those that are captured as done.</summary>
    public int Completed { get; init; }

    /// <summary>The number of completed improvements that the change captures too.</summary>
    public int CapturedAsDone { get; init; }

    /// <summary>The number of completed improvements without a measured effect.</summary>
    public int Unmeasured { get; init; }

    /// <summary>The number of rejected improvements.</summary>
    public int Rejected { get; init; }

    /// <summary>The number of rejected improvements without a reason.</summary>
    public int Unexplained { get; init; }

    /// <summary>The number of improvements that were removed while open.</summary>
    public int Dropped { get; init; }

    /// <summary>The number of open improvements that were moved to another backlog.</summary>
    public int Moved { get; init; }

    /// <summary>Why nothing was captured, as a commit says; null when something was, or none says.</summary>
    public string? NoCaptureReason { get; init; }

    /// <summary>Why more is captured than the limit of KZ315 allows, as a commit says; null when it is not, or none says.</summary>
    public string? InflowReason { get; init; }

    /// <summary>Null when the run is not about a change.</summary>
    public static ChangeEffect? Of(ImmutableArray<Evidence> evidence)
    {
        var changed = evidence
            .Where(one => one.Range is not null)
            .Select(one => (one.Backlog, Range: one.Range!))
            .ToList();
        if (changed is not [var first, ..])
        {
            return null;
        }

        return new()
        {
            Description = first.Range.Description,
            Delta = changed.Aggregate(default(FiguresDelta), (sum, one) => sum + one.Range.Delta),
            Captured = changed.Sum(one => one.Range.Captured.Count),
            Completed = changed.Sum(one => one.Range.Completed.Count),
            CapturedAsDone = changed.Sum(one => one.Range.Completed.Intersect(one.Range.Captured).Count),
            Unmeasured = Count(range => range.Completed, item => !UnmeasuredCompletion.IsMeasured(item)),
            Rejected = changed.Sum(one => one.Range.Rejected.Count),
            Unexplained = Count(range => range.Rejected, item => !StatedReason.IsGiven(item)),
            Dropped = changed.Sum(one => one.Range.Dropped),
            Moved = changed.Sum(one => one.Range.MovedIn),
            InflowReason = changed
                .Select(one => one.Range)
                .FirstOrDefault(range => range.Net > 0)
                ?.InflowReasons.FirstOrDefault(WrittenReason.IsGiven),
            NoCaptureReason =
                first.Range.CapturedInAll > 0
                    ? null
                    : first.Range.NoCaptureReasons.FirstOrDefault(WrittenReason.IsGiven),
        };

        // Several improvements with one key count once, as in the change.
        int Count(Func<ChangeRange, ImmutableHashSet<string>> keysOf, Func<Improvement, bool> isMissing) =>
            changed.Sum(one =>
                one.Backlog.WithArchive.Where(item => keysOf(one.Range).Contains(item.Key) && isMissing(item))
                    .Select(item => item.Key)
                    .Distinct()
                    .Count()
            );
    }
}
