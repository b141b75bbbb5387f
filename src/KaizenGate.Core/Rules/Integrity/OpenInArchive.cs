using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ911.</summary>
internal static class OpenInArchive
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ911",
            Name = "open-in-archive",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "The archive contains open improvements.",
            Rationale =
                "An archive is for what is over. Work in it is not found again, and a backlog must not seem to drain because its "
                + "improvements were moved.",
            Remedy = "Move them back to the backlog, or complete or reject them.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        ImmutableArray<Improvement> open = [.. context.Backlog.OpenInArchive];
        if (open is not [var first, ..])
        {
            return [];
        }

        var others = open.Length == 1 ? "" : $" and {Wording.Count(open.Length - 1, "other")}";
        return
        [
            new Violation(
                first.Span,
                $"{Quote.Of(first.Title)}{others} {(open.Length == 1 ? "is" : "are")} open; move "
                    + $"{(open.Length == 1 ? "it" : "them")} to the backlog, complete or reject {(open.Length == 1 ? "it" : "them")}"
            )
            {
                File = context.Backlog.Archive!.File,
            },
        ];
    }
}
