using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Planning;

/// <summary>An improvement as the plan sees it.</summary>
/// <param name="File">The backlog that it stands in.</param>
/// <param name="Item">The improvement.</param>
/// <param name="Time">The time that it takes, or that is left of it when it is in progress; null when nothing tells.</param>
/// <param name="Cell">Its cell of the matrix; null when it has none.</param>
internal sealed record PlannedItem(SourceFile File, Improvement Item, WorkTime? Time, MatrixCell? Cell)
{
    /// <summary>Its score; 0 without one.</summary>
    public double Score => Item.Score is { } score && double.IsFinite(score) ? score : 0;

    /// <summary>Score for an hour of work; null when it takes no time, or nobody knows how much.</summary>
    public double? ScorePerHour => Time is { Minutes: > 0 } time ? Score / time.Hours : null;

    /// <summary>The time as minutes; 0 when it is not known.</summary>
    internal int Minutes => Time?.Minutes ?? 0;
}
