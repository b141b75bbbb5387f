using KaizenGate.Core.Inputs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Checking;

/// <summary>The results of the rules on one backlog, with its suppressions applied.</summary>
/// <param name="Checked">The backlog with its figures.</param>
/// <param name="Tally">The input of its figures.</param>
/// <param name="Findings">The findings, including suppressed ones.</param>
/// <param name="NotEvaluated">The rules that were not evaluated.</param>
internal sealed record Evaluation(
    CheckedBacklog Checked,
    Tally Tally,
    ImmutableArray<Finding> Findings,
    ImmutableArray<NotEvaluatedRule> NotEvaluated
)
{
    /// <summary>From this number of improvements on, rules run at the same time.</summary>
    private const int ManyItems = 2_000;

    /// <summary>Evaluates every rule that is not off. An exception of a rule is an internal error and is not caught.</summary>
    /// <param name="evidence">The backlog with its history.</param>
    /// <param name="rules">The rules with their severities for this backlog.</param>
    /// <param name="run">The settings of the run, for a backlog without its own.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="isFirst">Whether it is the first backlog of the run, with which the metrics of the settings are checked.</param>
    public static Evaluation Of(
        Evidence evidence,
        ImmutableArray<RuleInForce> rules,
        GateSettings run,
        DateOnly asOf,
        bool isFirst = true
    )
    {
        var (backlog, history, range) = evidence;
        var own = evidence.Settings?.Settings ?? run;
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var notEvaluated = ImmutableArray.CreateBuilder<NotEvaluatedRule>();
        ImmutableArray<Improvement> open = [.. backlog.Improvements.Where(item => item.IsOpen)];
        ImmutableArray<Improvement> active = [.. open.Where(item => item.IsActive)];
        var timeline = history as Timeline;
        var effective = RuleContext.HistoryOf(timeline, asOf);
        var dates = new ItemDates(backlog, timeline, effective);
        var scores = new Lazy<WrittenScores>(() => WrittenScores.Of(open, own.Scoring));
        ImmutableArray<RuleInForce> evaluated = [.. rules.Where(rule => rule.Severity is not Severity.Off)];
        if (evidence.Stale is { } stale)
        {
            notEvaluated.AddRange(
                evaluated.Select(rule => new NotEvaluatedRule(rule.Rule, backlog.File, stale, null, null))
            );
            evaluated = [];
        }

        Tally? tally = null;
        var results = new RuleResult[evaluated.Length][];
        if (backlog.Improvements.Length < ManyItems)
        {
            for (var step = 0; step <= evaluated.Length; step++)
            {
                Evaluate(step);
            }
        }
        else
        {
            Concurrently.For(evaluated.Length + 1, Evaluate);
        }

        foreach (
            var (rule, result) in evaluated
                .Zip(results)
                .SelectMany(one => one.Second, (one, result) => (one.First, result))
        )
        {
            if (result is Violation violation)
            {
                findings.AddRange(Finding.Of(rule, backlog, violation));
            }
            else if (result is NotEvaluated missing)
            {
                notEvaluated.Add(new(rule.Rule, backlog.File, missing.Reason, missing.Has, missing.Needs));
            }
        }

        return new Evaluation(
            new CheckedBacklog(backlog, Figures.Of([tally!]))
            {
                Rules = rules,
                Scoring = own.Scoring,
                SettingsFiles = evidence.Settings?.ShownFiles ?? [],
            },
            tally!,
            SuppressionFilter.Apply(backlog, findings.ToImmutable(), rules, Unanswered(rules, notEvaluated)),
            notEvaluated.ToImmutable()
        );

        void Evaluate(int step)
        {
            if (step == 0)
            {
                tally = Tally.Of(backlog, timeline, effective, dates, own.WindowWeeks, asOf);
            }
            else
            {
                results[step - 1] = ResultsOf(evaluated[step - 1]);
            }
        }

        RuleResult[] ResultsOf(RuleInForce rule) =>
            [
                .. rule.Rule.Check(
                    new RuleContext
                    {
                        Rule = rule.Rule,
                        Backlog = backlog,
                        Open = open,
                        Active = active,
                        Settings = rule.Rule.IsOfRun ? run : own,
                        AsOf = asOf,
                        Timeline = timeline,
                        NoTimeline = history as NoHistory,
                        NoCommits = evidence.NoHistory,
                        History = effective,
                        Dates = dates,
                        Scores = scores,
                        Range = range,
                        Recorded = evidence.Recorded,
                        Signals = evidence.Signals,
                        IsFirst = isFirst,
                    }
                ),
            ];
    }

    /// <summary>The ids of the rules that were off or not evaluated.</summary>
    private static HashSet<string> Unanswered(
        IEnumerable<RuleInForce> rules,
        IEnumerable<NotEvaluatedRule> notEvaluated
    ) =>
        [
            .. rules.Where(rule => rule.Severity is Severity.Off).Select(rule => rule.Rule.Id),
            .. notEvaluated.Select(one => one.Rule.Id),
        ];
}
