using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ905: puts the next id before the title, in the style of the ids in the file.</summary>
internal static class IdFix
{
    public static Fix Fix { get; } = new(MissingId.Rule, Apply);

    private static EditableBacklog Apply(FixTask task)
    {
        var style = NewId.StyleOf(task.Backlog, prefix: null);
        var last = style.Last(task.Backlog);
        var (open, close) = NewId.Around(task.Document, ImprovementForm.Heading);
        return FixTask.Tried(
            task.Document,
            () =>
                [
                    .. task.Found.Select(finding =>
                        TextEdit.Insert(finding.Item!.Span.Offset, open + style.Of(++last) + close)
                    ),
                ]
        );
    }
}
