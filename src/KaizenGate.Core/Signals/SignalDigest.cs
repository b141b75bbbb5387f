namespace KaizenGate.Core.Signals;

/// <summary>
/// The counts of all signals by day, which outlive what they were counted in: hosts delete transcripts after a month. It contains names of
/// tools, commands and files, counts and times, and no contents.
/// </summary>
internal sealed class SignalDigest
{
    private readonly Dictionary<string, SortedDictionary<DateOnly, DailySignal>> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<DateOnly>> observed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignalDecision> decisions = new(StringComparer.Ordinal);

    /// <summary>The keys that were counted.</summary>
    public IReadOnlyCollection<string> Keys => counts.Keys;

    /// <summary>The sources that were observed.</summary>
    public IReadOnlyCollection<string> Sources => observed.Keys;

    public IReadOnlyDictionary<string, SignalDecision> Decisions => decisions;

    /// <summary>The keys in the order in which they were last shown, so that a number names one.</summary>
    public ImmutableArray<string> Shown { get; set; } = [];

    /// <summary>The counts of a key by day; empty when it was not counted.</summary>
    public IReadOnlyDictionary<DateOnly, DailySignal> Of(string key) =>
        counts.TryGetValue(key, out var days) ? days : ImmutableDictionary<DateOnly, DailySignal>.Empty;

    /// <summary>The days on which a source was observed, with or without occurrences; in order.</summary>
    public IReadOnlyCollection<DateOnly> ObservedOn(string source) =>
        observed.TryGetValue(source, out var days) ? days : ImmutableArray<DateOnly>.Empty;

    /// <summary>Adds a count; of two of the same day the larger one stays.</summary>
    public void Add(string key, DateOnly day, DailySignal count)
    {
        if (!counts.TryGetValue(key, out var days))
        {
            days = [];
            counts.Add(key, days);
        }

        days[day] = days.TryGetValue(day, out var known) ? known.Larger(count) : count;
    }

    /// <summary>Adds a day on which a source was observed.</summary>
    public void Observe(string source, DateOnly day)
    {
        if (!observed.TryGetValue(source, out var days))
        {
            days = [];
            observed.Add(source, days);
        }

        days.Add(day);
    }

    /// <summary>Replaces the decision about a key.</summary>
    public void Decide(string key, SignalDecision decision) => decisions[key] = decision;

    /// <summary>Forgets the decision about a key.</summary>
    public void Forget(string key) => decisions.Remove(key);

    /// <summary>Adds everything of another digest; its decisions count.</summary>
    public void Add(SignalDigest other)
    {
        foreach (var (key, days) in other.counts)
        {
            foreach (var (day, count) in days)
            {
                Add(key, day, count);
            }
        }

        foreach (var (source, days) in other.observed)
        {
            foreach (var day in days)
            {
                Observe(source, day);
            }
        }

        foreach (var (key, decision) in other.decisions)
        {
            Decide(key, decision);
        }

        Shown = other.Shown.IsEmpty ? Shown : other.Shown;
    }
}
