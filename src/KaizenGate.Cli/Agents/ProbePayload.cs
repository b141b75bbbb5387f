using System.Text;
using System.Text.Json;
using KaizenGate.Cli.Agents.Hosts;
using KaizenGate.Core.Agents;

namespace KaizenGate.Cli.Agents;

/// <summary>Payloads as hosts send them, for <c>agent doctor</c>.</summary>
internal static class ProbePayload
{
    /// <param name="client">The host.</param>
    /// <param name="isStart">Whether it is that of a start, or that of a stop.</param>
    /// <param name="session">The id of the session.</param>
    public static string Of(AgentClient client, bool isStart, string session)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString(client == AgentClient.Cursor ? "conversation_id" : "session_id", session);
            json.WriteString("hook_event_name", EventOf(client, isStart));
            json.WriteBoolean(AgentPayload.Probe, true);
            foreach (var (name, value) in MembersOf(client, isStart))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static string EventOf(AgentClient client, bool isStart) => client.Hooks.Entries[isStart ? 0 : 1].Event;

    private static (string Name, string? Value)[] MembersOf(AgentClient client, bool isStart)
    {
        const string Time = "2026-01-01T00:00:00Z";
        return (client.Word, isStart) switch
        {
            ("codex", true) => [("transcript_path", null), ("source", "startup")],
            ("codex", false) => [("turn_id", "1")],
            ("vscode", true) => [("timestamp", Time), ("source", "new")],
            ("vscode", false) => [("timestamp", Time)],
            ("copilot" or "cloud", true) => [("timestamp", Time), ("source", "startup")],
            ("copilot" or "cloud", false) => [("timestamp", Time), ("stop_reason", "end_turn")],
            ("gemini", true) => [("timestamp", Time), ("transcript_path", "none"), ("source", "startup")],
            ("gemini", false) => [("timestamp", Time)],
            ("cursor", false) => [("status", "completed")],
            (_, true) => [("source", "startup")],
            _ => [],
        };
    }
}
