namespace KaizenGate.Core.Transcripts;

/// <summary>
/// Puts the parts of calls together. The same call can be in a transcript several times: in Codex as the answer of the model and as an
/// event, in Claude Code again after a session was resumed.
/// </summary>
internal sealed class CallCollector
{
    /// <summary>More calls than a session of a week has.</summary>
    private const int MaxCalls = 200_000;

    private readonly List<ToolCall> calls = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public ImmutableArray<ToolCall> Calls => [.. calls];

    /// <summary>Adds a call, or what another line of the same call does not state.</summary>
    public void Begin(ToolCall call)
    {
        if (places.TryGetValue(call.Id, out var place))
        {
            var known = calls[place];
            calls[place] = known with
            {
                Action = known.Action == ToolAction.Other ? call.Action : known.Action,
                Command = known.Command ?? call.Command,
                File = known.File ?? call.File,
                Start = known.Start ?? call.Start,
            };
        }
        else if (calls.Count < MaxCalls)
        {
            places.Add(call.Id, calls.Count);
            calls.Add(call);
        }
    }

    /// <summary>Adds the result of a call; that of a call that is not known says nothing.</summary>
    public void End(CallResult result)
    {
        if (!places.TryGetValue(result.Id, out var place))
        {
            return;
        }

        var call = calls[place];
        var elapsed = result.At - call.Start is { } time && time >= TimeSpan.Zero ? time : (TimeSpan?)null;
        calls[place] = call with
        {
            HasResult = true,
            Failure = call.Failure is null or FailureKind.Other ? result.Failure ?? call.Failure : call.Failure,
            Duration = result.Duration ?? call.Duration ?? elapsed,
            IsMeasured = call.IsMeasured || result.Duration is not null,
        };
    }
}
