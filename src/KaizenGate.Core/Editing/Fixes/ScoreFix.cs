using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ203: writes the score that impact and effort give. Where most scores miss the formula, the formula is in question, and none is touched.</summary>
internal static class ScoreFix
{
    public static Fix Fix { get; } = new(PriorityScoreMismatch.Rule, Apply);

    // Scores lie apart from each other, so all are written at once.
    private static EditableBacklog Apply(FixTask task) =>
        FixTask.Tried(
            task.Document,
            () =>
                [
                    .. task
                        .Found.Where(finding => finding.Item?.Score is not null)
                        .SelectMany(finding =>
                            ItemFields.Set(
                                task.Document,
                                finding.Item!,
                                FieldCatalog.PriorityScore,
                                Wording.Number(finding.Item!.Score!.Value)
                            )
                        ),
                ]
        );
}
