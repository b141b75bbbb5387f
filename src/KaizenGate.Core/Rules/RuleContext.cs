using KaizenGate.Core.Settings;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Rules;

/// <summary>The input of a rule.</summary>
internal sealed record RuleContext
{
    public required Rule Rule { get; init; }
    public required Backlog Backlog { get; init; }
    public required GateSettings Settings { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The history; null when it is unknown, see <see cref="NoTimeline"/>.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>Why <see cref="Timeline"/> is null; null when it is not.</summary>
    public NoHistory? NoTimeline { get; init; }

    /// <summary>Why there are no commits of the backlog; null when there are.</summary>
    public string? NoCommits { get; init; }

    /// <summary>The change to check; null when the run is not about a change.</summary>
    public ChangeRange? Range { get; init; }

    /// <summary>Whether the run is about a change.</summary>
    public bool IsOfChange => Range is not null;

    /// <summary>The metrics from the files in the settings; default when they were not read.</summary>
    public ImmutableArray<MetricSeries> Recorded { get; init; }

    /// <summary>The counts of signals in this clone; null when there are none.</summary>
    public SignalDigest? Signals { get; init; }

    /// <summary>Whether this is the first backlog of the run, with which everything common to all backlogs is checked.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>The events of the timeline that were not undone; empty without one. Computed once for all rules, else on demand.</summary>
    internal EffectiveHistory History
    {
        get => field ?? HistoryOf(Timeline, AsOf);
        init;
    }

    /// <summary>The dates of the improvements. Computed once for all rules, else on demand.</summary>
    internal ItemDates Dates
    {
        get => field ?? new(Backlog, Timeline, History);
        init;
    }

    /// <summary>The written scores. Computed once for all rules, else on demand.</summary>
    internal Lazy<WrittenScores> Scores
    {
        get => field ?? new(() => WrittenScores.Of(Open, Settings.Scoring));
        init;
    }

    /// <summary>The improvements that are neither completed nor rejected. Computed once for all rules, else on demand.</summary>
    public ImmutableArray<Improvement> Open
    {
        get => field.IsDefault ? [.. Backlog.Improvements.Where(item => item.IsOpen)] : field;
        init;
    }

    /// <summary>The open improvements with those in the archive, which do not leave the backlog by being moved there.</summary>
    public IEnumerable<Improvement> OpenWithArchive => Open.Concat(Backlog.OpenInArchive);

    /// <summary>The open improvements that are not deferred. Computed once for all rules, else on demand.</summary>
    public ImmutableArray<Improvement> Active
    {
        get => field.IsDefault ? [.. Backlog.Improvements.Where(item => item.IsActive)] : field;
        init;
    }

    /// <summary>The events of a timeline that were not undone; empty without one.</summary>
    internal static EffectiveHistory HistoryOf(Timeline? timeline, DateOnly asOf) =>
        EffectiveHistory.Of(timeline ?? new Timeline(asOf, []), asOf);

    /// <summary>The value of a threshold of this rule.</summary>
    /// <exception cref="ArgumentException">The rule declares no such threshold.</exception>
    public double Number(string name) =>
        Settings.Rules.TryGetValue(Rule.Id, out var own) && own.Numbers.TryGetValue(name, out var value)
            ? value
            : DefaultOf(name);

    private double DefaultOf(string name)
    {
        foreach (var parameter in Rule.Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter.Default;
            }
        }

        throw new ArgumentException($"{Rule.Id} declares no threshold {name}", nameof(name));
    }

    /// <summary>The value of a list option of this rule.</summary>
    /// <exception cref="ArgumentException">The rule declares no such list.</exception>
    public ImmutableArray<string> List(string name) =>
        Settings.Rules.TryGetValue(Rule.Id, out var own) && own.Lists.TryGetValue(name, out var value)
            ? value
            : Rule.Lists.FirstOrDefault(parameter => parameter.Name == name)?.Default
                ?? throw new ArgumentException($"{Rule.Id} declares no list {name}", nameof(name));

    /// <summary>On how many of the last days, today included, the repository had commits; needs a timeline with commits.</summary>
    public int CommitDays(int days) =>
        Timeline!.CommitDays.Count(day => day <= AsOf && day.DayNumber > AsOf.DayNumber - days);
}
