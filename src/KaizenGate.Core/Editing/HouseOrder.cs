using KaizenGate.Backlogs;

namespace KaizenGate.Editing;

/// <summary>The order in which the fields of an improvement stand, and how their labels are spelled where a file has none yet.</summary>
internal static class HouseOrder
{
    private static readonly (FieldName Name, string Label)[] Fields =
    [
        (FieldName.Impact, "Impact"),
        (FieldName.Effort, "Effort"),
        (FieldName.PriorityScore, "Priority Score"),
        (FieldName.Priority, "Priority"),
        (FieldName.Status, "Status"),
        (FieldName.Category, "Category"),
        (FieldName.Owner, "Owner"),
        (FieldName.Captured, "Captured"),
        (FieldName.Started, "Started"),
        (FieldName.TargetDate, "Target Date"),
        (FieldName.Completed, "Completed"),
        (FieldName.EstimatedHours, "Estimate"),
        (FieldName.CurrentState, "Current State"),
        (FieldName.ProposedSolution, "Proposed Solution"),
        (FieldName.ExpectedOutcome, "Expected Outcome"),
        (FieldName.SuccessCriteria, "Success Criteria"),
        (FieldName.MeasuredImpact, "Measured Impact"),
        (FieldName.TimeSpent, "Time Spent"),
        (FieldName.HoursSaved, "Time Saved"),
        (FieldName.Roi, "ROI"),
        (FieldName.Reason, "Reason"),
        (FieldName.ReviewDate, "Review Date"),
    ];

    /// <summary>The position of a field among the others, from 0; those that have none come last.</summary>
    public static int RankOf(FieldName name)
    {
        var rank = Array.FindIndex(Fields, field => field.Name == name);
        return rank < 0 ? Fields.Length : rank;
    }

    /// <summary>The label that a field gets where the file has none for it.</summary>
    public static string LabelOf(FieldName name) => Array.Find(Fields, field => field.Name == name).Label ?? $"{name}";
}
