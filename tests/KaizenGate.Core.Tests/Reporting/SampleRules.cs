using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Rules for tests, so that golden files do not change with the catalogue.</summary>
internal static class SampleRules
{
    public static Rule Unscored { get; } = Make("KZ201", "unscored", Stage.Prioritize, Severity.Error);

    public static Rule Mismatch { get; } =
        Make("KZ203", "priority-score-mismatch", Stage.Prioritize, Severity.Error) with
        {
            FixedBy = FixingCommand.Fix,
        };

    public static Rule Uncategorized { get; } = Make("KZ208", "uncategorized", Stage.Prioritize, Severity.Off);

    public static Rule LowRate { get; } =
        Make("KZ301", "low-execution-rate", Stage.Execute, Severity.Error) with
        {
            Guard = "10 captured improvements",
            Parameters = [new("minCaptured", 10, 1, 1000, "items", "The number of captures that the rule needs.")],
        };

    public static Rule Growing { get; } =
        Make("KZ302", "growing-backlog", Stage.Execute, Severity.Warning) with
        {
            Guard = "10 events",
        };

    public static Rule Overdue { get; } = Make("KZ307", "overdue", Stage.Execute, Severity.Warning);

    public static Rule TimeNotLogged { get; } = Make("KZ403", "time-not-logged", Stage.Measure, Severity.Info);

    public static Rule Metadata { get; } =
        Make("KZ903", "metadata-drift", Stage.Integrity, Severity.Warning) with
        {
            FixedBy = FixingCommand.Fix,
        };

    public static RuleInForce[] InForce { get; } =
    [
        .. new[] { Unscored, Mismatch, Uncategorized, LowRate, Growing, Overdue, TimeNotLogged, Metadata }.Select(
            rule => new RuleInForce(rule, rule.DefaultSeverity)
        ),
    ];

    private static Rule Make(string id, string name, Stage stage, Severity severity) =>
        new()
        {
            Id = id,
            Name = name,
            Stage = stage,
            DefaultSeverity = severity,
            Summary = $"What {name} reports.",
            Rationale = $"Why {name} matters. It has <two> sentences.",
            Remedy = $"Do away with `{name}`.",
            Check = _ => [],
        };
}
