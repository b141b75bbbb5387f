using KaizenGate.Core.Settings;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Inputs;

/// <summary>Everything that a check of one backlog uses.</summary>
/// <param name="Backlog">The backlog with its archive.</param>
/// <param name="History">Its timeline, or why there is none.</param>
/// <param name="Range">The requested change; null for none. With one, rules about a single improvement are evaluated only if the change touched it.</param>
internal sealed record Evidence(Backlog Backlog, HistoryResult History, ChangeRange? Range = null)
{
    internal Evidence(Backlog backlog, KnownHistory known)
        : this(backlog, known.History, known.Range) => (NoHistory, Remarks) = (known.NoHistory, known.Remarks);

    /// <summary>Why the history was not read from git, with the remedy; null when it was.</summary>
    public string? NoHistory { get; init; }

    /// <summary>What the user should know about how the history was read; sentences without a full stop.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Why it says nothing about today, so that no rule is evaluated, with the remedy; null when it does.</summary>
    public string? Stale { get; init; }

    /// <summary>Its own settings; null for those of the run.</summary>
    public LoadedSettings? Settings { get; init; }

    /// <summary>Whether the change does not touch the backlog, so that only rules about the change as a whole are evaluated.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>The metrics in files named by the settings, the same for all backlogs of a run; default when they were not read.</summary>
    public ImmutableArray<MetricSeries> Recorded { get; init; }

    /// <summary>The counts of signals in this clone, the same for all backlogs of a run; null when there are none.</summary>
    public SignalDigest? Signals { get; init; }
}
