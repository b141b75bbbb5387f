using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Checking;

/// <summary>Rules for the tests of the gate.</summary>
internal static class TestRules
{
    /// <summary>A finding for every improvement.</summary>
    public static Rule Each { get; } =
        Of("KZ801", "each-item", Severity.Error, context => context.Backlog.Improvements.Select(item => Hit(item)));

    /// <summary>A warning for every improvement.</summary>
    public static Rule Warn { get; } =
        Of("KZ802", "warn-item", Severity.Warning, context => context.Backlog.Improvements.Select(item => Hit(item)));

    /// <summary>A finding about the backlog.</summary>
    public static Rule Whole { get; } =
        Of("KZ803", "whole-backlog", Severity.Info, _ => [new Violation(SourceSpan.FileStart, "the whole")]);

    /// <summary>Never evaluated.</summary>
    public static Rule Silent { get; } =
        Of("KZ804", "silent-rule", Severity.Error, _ => [new NotEvaluated("too few", 4, 10)]);

    /// <summary>Nothing to find.</summary>
    public static Rule Content { get; } = Of("KZ805", "content-rule", Severity.Error, _ => []);

    public static Rule Of(
        string id,
        string name,
        Severity severity,
        Func<RuleContext, IEnumerable<RuleResult>> check
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Stage = Stage.Integrity,
            DefaultSeverity = severity,
            Summary = "",
            Rationale = "",
            Remedy = "",
            Check = check,
        };

    public static Violation Hit(Improvement item, Severity? severity = null) =>
        new(item.Span, $"hit {item.Title}", item) { Severity = severity };

    /// <summary>Checks with the given rules and those of the gate itself.</summary>
    public static Verdict Check(Backlog backlog, params Rule[] rules) =>
        Check([backlog], GateSettings.Default, null, rules);

    public static Verdict Check(Backlog[] backlogs, GateSettings settings, Baseline? baseline, params Rule[] rules) =>
        Gate.Check(
            Gate.ByTheirDates([.. backlogs], Sample.AsOf),
            settings,
            Sample.AsOf,
            "1.2.3",
            baseline,
            [NoBacklog.Rule, .. rules, UselessSuppression.Rule, ObsoleteBaselineEntry.Rule]
        );

    /// <summary>The built-in settings with other severities.</summary>
    public static GateSettings With(params (Rule Rule, Severity Severity)[] severities) =>
        GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.SetItems(
                severities.Select(one => KeyValuePair.Create(one.Rule.Id, new RuleSettings { Severity = one.Severity }))
            ),
        };

    /// <summary>The findings as "place rule", to compare.</summary>
    public static string[] Lines(this Verdict verdict) =>
        [.. verdict.Findings.Select(finding => $"{finding.File.Path}:{finding.Span.Line} {finding.Rule.Id}")];
}
