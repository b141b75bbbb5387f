using System.Text.Json;
using KaizenGate.Core.Agents;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Reads what hosts of agents send, and what the hook keeps.</summary>
internal static class AgentTarget
{
    public static int Run(byte[] input)
    {
        var kept = (SessionState.Parse(input) is null ? 0 : 1) + (SessionLogEntry.Parse(input) is null ? 0 : 2);
        if (SessionState.Parse(input) is { } state)
        {
            BrokenInvariantException.Unless(
                SessionState.Parse(state.ToJson())?.ToJson().AsSpan().SequenceEqual(state.ToJson()) == true,
                "a session is not read as it was written"
            );
        }

        if (AgentPayload.Read(input) is not { } payload)
        {
            return kept;
        }

        using var output = new MemoryStream();
        AgentAnswer.Write(output, payload, "a request");
        using var answer = JsonDocument.Parse(output.ToArray());
        BrokenInvariantException.Unless(
            answer.RootElement.ValueKind is JsonValueKind.Object,
            "the answer is not an object"
        );
        BrokenInvariantException.Unless(
            payload.Session is null || SessionKey.IsOne(SessionKey.Of(payload.Session)),
            "the key of a session is not one"
        );
        var silence = payload.Kind is AgentEventKind.Stop ? StopDecision.BeforeFiles(payload) : null;
        return kept
            + ((int)payload.Host << 2)
            + ((int)payload.Kind << 5)
            + ((silence is { } why ? (int)why + 1 : 0) << 7);
    }
}
