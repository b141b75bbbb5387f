using KaizenGate.Core.Inputs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Agents;

/// <summary>What a session should know about the backlogs.</summary>
internal sealed record SessionBriefing
{
    /// <summary>The number of improvements that are named.</summary>
    private const int Named = 3;

    /// <summary>The paths of the backlogs.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>The top of the plan of this week: what is in progress, then new work; at most 3.</summary>
    public required ImmutableArray<Improvement> Next { get; init; }

    /// <summary>What is in progress for too long, and why that is too long; at most 2.</summary>
    public required ImmutableArray<(Improvement Item, string Why)> Ageing { get; init; }

    /// <summary>The improvement that was completed last with a measured result; null when there is none.</summary>
    public required Improvement? LastResult { get; init; }

    /// <summary>Null when it is unknown.</summary>
    public required Inflow? Inflow { get; init; }

    /// <summary>Describes backlogs.</summary>
    /// <param name="evidence">The backlogs with their history.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="asOf">Today.</param>
    public static SessionBriefing Of(ImmutableArray<Evidence> evidence, GateSettings settings, DateOnly asOf)
    {
        var plan = Plan.Of(evidence.Select(one => one.Backlog), settings.Scoring, Capacity.Of(settings), asOf);
        return new SessionBriefing
        {
            Files = [.. evidence.Select(one => one.Backlog.File.Path)],
            Next = [.. plan.Started.Concat(plan.Chosen).Take(Named).Select(planned => planned.Item)],
            Ageing = [.. evidence.SelectMany(one => AgeingOf(one, settings, asOf)).Take(2)],
            LastResult = evidence
                .SelectMany(one => one.Backlog.WithArchive)
                .Where(item =>
                    item is { Status: Status.Done, MeasuredImpact.Value.HasFigure: true, Completed: not null }
                )
                .MaxBy(item => item.Completed!.Value),
            Inflow = Agents.Inflow.Of(evidence, asOf),
        };
    }

    private static IEnumerable<(Improvement, string)> AgeingOf(Evidence one, GateSettings settings, DateOnly asOf) =>
        AgeingInProgress
            .Rule.Check(
                new RuleContext
                {
                    Rule = AgeingInProgress.Rule,
                    Backlog = one.Backlog,
                    Settings = one.Settings?.Settings ?? settings,
                    AsOf = asOf,
                    Timeline = one.History as Timeline,
                    NoTimeline = one.History as NoHistory,
                }
            )
            .OfType<Violation>()
            .Where(violation => violation.Item is not null)
            .Select(violation => (violation.Item!, violation.Message));
}
