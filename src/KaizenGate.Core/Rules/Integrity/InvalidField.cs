using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ902.</summary>
internal static class InvalidField
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ902",
            Name = "invalid-field",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Error,
            Summary =
                "A known field has a value that cannot be read, or the file contains a merge conflict or invalid UTF-8.",
            Rationale =
                "A value that cannot be read does not count: a target date never passes, a status decides nothing. The file looks "
                + "complete, but only a part of it is checked.",
            Remedy =
                "Write the value as the message says, for example a date as 2026-03-02, or delete it. Resolve merge conflicts, and save the file as UTF-8.",
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context) =>
        context.Backlog.Problems.Select(problem => new Violation(problem.Span, problem.Message, problem.Item));
}
