using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;
using KaizenGate.Timelines;

namespace KaizenGate.Rules;

/// <summary>All that a rule may look at.</summary>
public sealed record RuleContext
{
    public required Rule Rule { get; init; }
    public required Backlog Backlog { get; init; }
    public required GateSettings Settings { get; init; }

    /// <summary>Today, for the rules.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>What happened; null when that is not known, see <see cref="NoTimeline"/>.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Why there is no timeline; null when there is one.</summary>
    public NoTimeline? NoTimeline { get; init; }

    /// <summary>The change that is judged; null when the run is not about a change.</summary>
    public ChangeRange? Range { get; init; }

    /// <summary>The metrics that files of the settings hold; default when they were not read.</summary>
    public ImmutableArray<MetricSeries> Recorded { get; init; }

    /// <summary>Whether this is the first backlog of the run, with which that is judged which concerns them all.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>What of the timeline stands; nothing without one. Given once for all rules, else found on demand.</summary>
    internal Standing Standing
    {
        get => field ?? StandingOf(Timeline, AsOf);
        init;
    }

    /// <summary>The improvements that are neither done nor rejected. Given once for all rules, else found on demand.</summary>
    public ImmutableArray<Improvement> Open
    {
        get => field.IsDefault ? [.. Backlog.Improvements.Where(item => item.IsOpen)] : field;
        init;
    }

    /// <summary>The open improvements that are not deferred. Given once for all rules, else found on demand.</summary>
    public ImmutableArray<Improvement> Active
    {
        get => field.IsDefault ? [.. Backlog.Improvements.Where(item => item.IsActive)] : field;
        init;
    }

    /// <summary>What stands of a timeline; nothing without one.</summary>
    internal static Standing StandingOf(Timeline? timeline, DateOnly asOf) =>
        Standing.Of(timeline ?? new Timeline(asOf, []), asOf);

    /// <summary>The value of a threshold of this rule.</summary>
    /// <exception cref="ArgumentException">The rule declares no such threshold.</exception>
    public double Number(string name) =>
        Settings.Rules.TryGetValue(Rule.Id, out var own) && own.Numbers.TryGetValue(name, out var value)
            ? value
            : Rule.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Default
                ?? throw new ArgumentException($"{Rule.Id} declares no threshold {name}", nameof(name));

    /// <summary>The value of a list option of this rule.</summary>
    /// <exception cref="ArgumentException">The rule declares no such list.</exception>
    public ImmutableArray<string> List(string name) =>
        Settings.Rules.TryGetValue(Rule.Id, out var own) && own.Lists.TryGetValue(name, out var value)
            ? value
            : Rule.Lists.FirstOrDefault(parameter => parameter.Name == name)?.Default
                ?? throw new ArgumentException($"{Rule.Id} declares no list {name}", nameof(name));
}
