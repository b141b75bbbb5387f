using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ908.</summary>
internal static class UnreadContent
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ908",
            Name = "unread-content",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Error,
            Summary =
                "Entries that may be improvements were not read (warning), or more of them than were read (error).",
            Rationale =
                "What is not read is not checked: it is missing in every figure and every rule. A gate that passes on the part that "
                + "it understands says nothing about the rest.",
            Remedy =
                "Run `dotnet kaizen read --explain`: it shows each unread entry with the reason, and the setting that makes it "
                + "readable.",
            Next = "read --explain",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var account = context.Backlog.Account;
        if (account.MostFrequent is not { } unread)
        {
            return [];
        }

        var count = account.UnreadCount;
        return
        [
            new Violation(
                account.Unread[0].Span,
                $"{count} of {Wording.Count(account.Total, "entry", "entries")} {(count == 1 ? "is" : "are")} unread: "
                    + $"{unread.Reason} ({unread.Lines.Length}); run `dotnet kaizen read`"
            )
            {
                Severity = count > account.Read ? Severity.Error : Severity.Warning,
            },
        ];
    }
}
