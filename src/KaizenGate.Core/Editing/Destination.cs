using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing;

/// <summary>Where an improvement belongs.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Priority">The priority of its score; null while it has none.</param>
internal sealed record Destination(Status Status, Priority? Priority)
{
    /// <summary>Where an improvement belongs by its status and score.</summary>
    public static Destination Of(Improvement item, Scoring scoring) =>
        new(item.Status, item.Score is { } score && double.IsFinite(score) ? scoring.PriorityOf(score) : null);

    /// <summary>Whether a section is what is asked for: of the status where work has ended or waits, else of the priority.</summary>
    internal bool IsMetBy(Section? section) =>
        Status is Status.Done or Status.Deferred or Status.Rejected
            ? section?.Status == Status
            : section?.Status is null or Status.ToDo or Status.InProgress
                && (Priority is null || section?.Priority == Priority);
}
