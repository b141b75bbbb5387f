using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

/// <summary>KZ907.</summary>
internal static class ObsoleteBaselineEntry
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ907",
            Name = "obsolete-baseline-entry",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "An entry of the baseline no longer fires, or is past its expiry.",
            Rationale =
                "A baseline lets a team begin with the backlog it has. It is a debt with a due date: "
                + "entries that are paid must go, or the same fault could come back unseen, and entries that are due must be dealt with.",
            Remedy =
                "Run `dotnet kaizen baseline`, which takes out what no longer fires; where an entry has expired, put right what it stands for first.",
            FixedBy = FixingCommand.Baseline,
            // The baseline is no part of a backlog, and what still fires is known only after all other rules have spoken.
            Check = _ => [],
        };

    public static Violation Expired(SourceSpan span, string ruleId, string subject, DateOnly expires) =>
        new(
            span,
            $"the entry for {ruleId} on {subject} expired on {expires:yyyy-MM-dd}; it must be put right and removed, or be given a later date"
        );

    public static Violation Settled(SourceSpan span, string ruleId, string subject) =>
        new(span, $"the entry for {ruleId} on {subject} no longer fires; it must be removed");
}
