using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Trackers;

/// <summary>How to pull.</summary>
/// <param name="Version">The version of this program.</param>
/// <param name="Reading">How bodies are read.</param>
/// <param name="Time">The clock.</param>
internal sealed record PullOptions(string Version, ReadingOptions Reading, TimeProvider Time)
{
    /// <summary>Receives what is done and waited for, as a clause; null to say nothing.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Waits.</summary>
    public required Action<TimeSpan> Wait { get; init; }
}
