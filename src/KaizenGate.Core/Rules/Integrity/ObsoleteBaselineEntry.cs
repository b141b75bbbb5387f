using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

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
            Summary = "A baseline entry no longer fires, has expired, or is dated in the future.",
            Rationale =
                "A baseline lets a team start with the backlog it has. It is a debt with a due date: remove what is fixed so that "
                + "it cannot come back unseen, and fix what has expired.",
            Remedy =
                "Run `dotnet kaizen baseline` to remove entries that no longer fire. Fix the findings of expired entries first.",
            FixedBy = FixingCommand.Baseline,
            // The gate applies it: a baseline is not part of a backlog, and what still fires is known only after all other rules.
            Check = _ => [],
        };

    public static Violation Expired(SourceSpan span, string ruleId, string subject, DateOnly expires) =>
        new(
            span,
            $"the entry for {ruleId} on {subject} expired on {Wording.Day(expires)}; fix the finding and remove the entry, or renew it"
        );

    public static Violation Future(SourceSpan span, string ruleId, string subject, DateOnly date) =>
        new(
            span,
            $"the entry for {ruleId} on {subject} is dated {Wording.Day(date)}, in the future, and has no effect; renew it, or remove it"
        );

    public static Violation Settled(SourceSpan span, string ruleId, string subject) =>
        new(span, $"the entry for {ruleId} on {subject} no longer fires; remove it");
}
