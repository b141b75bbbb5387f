using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Checking;

/// <summary>A violation with its severity under the settings, as reports show it.</summary>
internal sealed record Finding
{
    public required Rule Rule { get; init; }
    public required Severity Severity { get; init; }
    public required string Message { get; init; }

    /// <summary>The file that the place is in.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The backlog that it is about, or else the file.</summary>
    public SourceFile Backlog
    {
        get => field ?? File;
        init;
    }

    public required SourceSpan Span { get; init; }
    public Improvement? Item { get; init; }

    /// <summary>Whether a comment in the backlog suppresses it.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>The reason of the suppression.</summary>
    public string? SuppressionReason { get; init; }

    /// <summary>The day since which the baseline accepts it; null when it does not.</summary>
    public DateOnly? BaselinedSince { get; init; }

    /// <summary>Whether the baseline accepts it.</summary>
    public bool IsBaselined => BaselinedSince is not null;

    /// <summary>Whether it counts for the verdict.</summary>
    public bool Counts => !IsSuppressed && !IsBaselined;

    /// <summary>What identifies it while lines and messages change: the path from the root of the repository, the rule, and the key of the improvement; null for the backlog as a whole.</summary>
    public (string Path, string RuleId, string? Item) Identity => (Backlog.RootPath, Rule.Id, Item?.Key);

    /// <summary>The finding of a violation. Its severity is at most that of the rule; none when either is off.</summary>
    public static Finding[] Of(RuleInForce rule, SourceFile file, Violation violation) =>
        Of(rule, file, violation, file);

    /// <inheritdoc cref="Of(RuleInForce, SourceFile, Violation)"/>
    public static Finding[] Of(RuleInForce rule, Backlog backlog, Violation violation) =>
        Of(rule, backlog.File, violation, backlog.FileAt(violation.Span));

    private static Finding[] Of(RuleInForce rule, SourceFile file, Violation violation, SourceFile place)
    {
        var severity = violation.Severity is { } own && own < rule.Severity ? own : rule.Severity;
        return severity is Severity.Off
            ? []
            :
            [
                new()
                {
                    Rule = rule.Rule,
                    Severity = severity,
                    Message = violation.Message,
                    File = violation.File ?? place,
                    Backlog = violation.File ?? file,
                    Span = violation.Span,
                    Item = violation.Item,
                },
            ];
    }
}

/// <summary>A rule that did not have enough data to be evaluated on a backlog.</summary>
internal sealed record NotEvaluatedRule(Rule Rule, SourceFile File, string Reason, int? Has, int? Needs)
{
    private static readonly string NoChange = NotEnoughData.Change.Reason;

    /// <summary>Whether it is about a change, and the run is not.</summary>
    public bool NeedsChange => Reason == NoChange;
}
