using System.Text.Json;

namespace KaizenGate.Core.Agents;

/// <summary>Reads the JSON that a host sends to the hook. Nothing in it is trusted.</summary>
internal static class AgentPayload
{
    /// <summary>The property that <c>agent doctor</c> adds.</summary>
    public const string Probe = "kaizen_probe";

    /// <summary>The states of a background task that has ended.</summary>
    private static readonly string[] Ended = ["completed", "failed", "killed", "stopped", "cancelled"];

    /// <summary>Reads a payload.</summary>
    /// <param name="json">UTF-8, possibly with a byte order mark.</param>
    /// <returns>Null when it is not a JSON object.</returns>
    public static AgentEvent? Read(ReadOnlyMemory<byte> json)
    {
        var text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AgentEvent Read(JsonElement root)
    {
        var name = Text(root, "hook_event_name") ?? Text(root, "hookEventName");
        var isOfSubAgent =
            Text(root, "agent_id") is not null
            || Text(root, "agentId") is not null
            || name?.StartsWith("subagent", StringComparison.OrdinalIgnoreCase) == true;
        var kind = KindOf(root, name);
        var host = HostOf(root, name, kind);
        return new(host, kind)
        {
            Session =
                host is AgentHost.Cursor
                    ? Text(root, "conversation_id") ?? Text(root, "session_id")
                    : Text(root, "session_id") ?? Text(root, "sessionId"),
            Source = Text(root, "source"),
            TranscriptPath = Text(root, "transcript_path") ?? Text(root, "transcriptPath"),
            Folder = Text(root, "cwd"),
            IsCamelCase = IsCamelCase(root),
            IsOfSubAgent = isOfSubAgent,
            HasBackgroundWork = HasBackgroundWork(root),
            IsAborted = kind is AgentEventKind.Stop && IsAborted(root, host),
            IsContinued = IsTrue(root, "stop_hook_active"),
            IsProbe = IsTrue(root, Probe),
        };
    }

    private static AgentEventKind KindOf(JsonElement root, string? name) =>
        name?.ToLowerInvariant() switch
        {
            "sessionstart" => AgentEventKind.Start,
            "stop" or "afteragent" or "agentstop" => AgentEventKind.Stop,
            null when IsCamelCase(root) => KindByFields(root),
            _ => AgentEventKind.Other,
        };

    /// <summary>Copilot CLI sends no name of the event with fields in camel case.</summary>
    private static AgentEventKind KindByFields(JsonElement root) =>
        Has(root, "stopReason") || Has(root, "stop_hook_active") ? AgentEventKind.Stop
        : Has(root, "source") ? AgentEventKind.Start
        : AgentEventKind.Other;

    private static AgentHost HostOf(JsonElement root, string? name, AgentEventKind kind) =>
        Has(root, "conversation_id") || Has(root, "cursor_version") || Has(root, "loop_count") ? AgentHost.Cursor
        : Has(root, "turn_id") || IsOfCodex(root) ? AgentHost.Codex
        : IsCamelCase(root) || Has(root, "stop_reason") ? AgentHost.Copilot
        : "AfterAgent".Equals(name, StringComparison.OrdinalIgnoreCase) ? AgentHost.Gemini
        : !Has(root, "timestamp") ? AgentHost.Claude
        : kind is not AgentEventKind.Start || Text(root, "source") == "new" ? AgentHost.VsCode
        : Has(root, "transcript_path") ? AgentHost.Gemini
        : AgentHost.Copilot;

    /// <summary>The start of a session has no turn yet; its transcript is null, or has a name of its own.</summary>
    private static bool IsOfCodex(JsonElement root) =>
        root.TryGetProperty("transcript_path", out var path)
        && (
            path.ValueKind is JsonValueKind.Null
            || Text(root, "transcript_path") is { } text
                && Path.GetFileName(text.Replace('\\', '/')).StartsWith("rollout-", StringComparison.Ordinal)
        );

    private static bool IsAborted(JsonElement root, AgentHost host) =>
        host switch
        {
            AgentHost.Cursor => Text(root, "status") is not "completed",
            _ when (Text(root, "stop_reason") ?? Text(root, "stopReason")) is { } reason => reason != "end_turn",
            _ => Text(root, "status") is "aborted" or "cancelled" or "error",
        };

    private static bool HasBackgroundWork(JsonElement root) =>
        root.TryGetProperty("background_tasks", out var tasks)
        && tasks.ValueKind is JsonValueKind.Array
        && tasks
            .EnumerateArray()
            .Any(task =>
                task.ValueKind is not JsonValueKind.Object
                || Text(task, "status") is not { } status
                || !Ended.Contains(status, StringComparer.OrdinalIgnoreCase)
            );

    private static bool IsCamelCase(JsonElement root) => Has(root, "sessionId");

    private static bool Has(JsonElement root, string name) => root.TryGetProperty(name, out _);

    private static bool IsTrue(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    /// <summary>Returns a text that is not empty; null for anything else.</summary>
    private static string? Text(JsonElement root, string name)
    {
        try
        {
            return
                root.TryGetProperty(name, out var value)
                && value.ValueKind is JsonValueKind.String
                && value.GetString() is { Length: > 0 } text
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            // An escape sequence of half a character.
            return null;
        }
    }
}
