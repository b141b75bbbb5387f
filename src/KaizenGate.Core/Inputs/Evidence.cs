using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Inputs;

/// <summary>All that one backlog is judged by.</summary>
/// <param name="Backlog">The backlog with its archive.</param>
/// <param name="Past">What happened to it, or why that is not known.</param>
/// <param name="Range">The change that is judged; null when it is not about a change. With one, what concerns a single improvement is judged only where the change touched it.</param>
internal sealed record Evidence(Backlog Backlog, HistoryResult Past, ChangeRange? Range = null)
{
    internal Evidence(Backlog backlog, KnownHistory known)
        : this(backlog, known.Past, known.Range) => NoHistory = known.NoHistory;

    /// <summary>Why the past was not read from git, with the remedy; null when it was.</summary>
    public string? NoHistory { get; init; }

    /// <summary>The settings that it is judged under; null: those of the run.</summary>
    public LoadedSettings? Settings { get; init; }

    /// <summary>Whether the change leaves it alone and only such backlogs are judged as it touches: then the rules about the change as a whole alone are asked.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>The metrics that files of the settings hold, the same for all backlogs of a run; default when they were not read.</summary>
    public ImmutableArray<MetricSeries> Recorded { get; init; }
}
