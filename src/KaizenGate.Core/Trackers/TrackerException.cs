namespace KaizenGate.Core.Trackers;

/// <summary>A tracker cannot be asked, or refuses.</summary>
/// <param name="reason">Why, as a sentence without a full stop. Never contains a token.</param>
/// <param name="remedy">What to do, as a sentence.</param>
internal sealed class TrackerException(string reason, string remedy) : Exception(reason)
{
    public string Remedy { get; } = remedy;
}
