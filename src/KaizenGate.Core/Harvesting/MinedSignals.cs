using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>What the miners of one run counted.</summary>
internal sealed class MinedSignals
{
    private readonly Dictionary<(string Key, DateOnly Day), Tally> tallies = [];
    private readonly HashSet<(string Source, DateOnly Day)> observed = [];

    /// <summary>What was scanned, for people: <c>12 sessions, 3 unreadable, 4,311 tool calls</c>.</summary>
    public List<string> Scanned { get; } = [];

    /// <summary>What could not be scanned, with the remedy; sentences without a full stop.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>How often each command ran, and for over a minute.</summary>
    public Dictionary<string, (int Runs, int LongRuns)> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds occurrences.</summary>
    /// <param name="rule">What was counted.</param>
    /// <param name="subject">What it is about; masked.</param>
    /// <param name="day">The day on which it happened.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="lost">The time lost; zero when it cannot be counted.</param>
    /// <param name="session">The session, report or run; null when it is too little to count as one.</param>
    public void Add(SignalRule rule, string subject, DateOnly day, int count, TimeSpan lost, string? session)
    {
        var key = (rule.Key(subject).Text, day);
        if (!tallies.TryGetValue(key, out var tally))
        {
            tally = new Tally();
            tallies.Add(key, tally);
        }

        tally.Count += count;
        tally.Lost += lost;
        if (session is not null)
        {
            tally.Sessions.Add(session);
        }
    }

    /// <summary>Adds a day on which a source could have had occurrences.</summary>
    public void Observe(string source, DateOnly day) => observed.Add((source, day));

    /// <summary>The counts by day.</summary>
    public SignalDigest ToDigest()
    {
        var digest = new SignalDigest();
        foreach (var ((key, day), tally) in tallies)
        {
            digest.Add(key, day, new(tally.Count, tally.Sessions.Count, tally.Lost.TotalMinutes));
        }

        foreach (var (source, day) in observed)
        {
            digest.Observe(source, day);
        }

        return digest;
    }

    private sealed class Tally
    {
        public int Count { get; set; }
        public TimeSpan Lost { get; set; }
        public HashSet<string> Sessions { get; } = new(StringComparer.Ordinal);
    }
}
