using System.Text.Json;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Agents;

/// <summary>Writes the answer of the hook in the form of its host: one JSON object, which is empty when there is nothing to say.</summary>
internal static class AgentAnswer
{
    /// <summary>Writes an answer and a line end.</summary>
    /// <param name="stream">Receives it.</param>
    /// <param name="from">The event that is answered.</param>
    /// <param name="text">Context at the start of a session, or a request at its end; null for nothing.</param>
    public static void Write(Stream stream, AgentEvent from, string? text) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                if (text is not null && from.Kind is AgentEventKind.Start)
                {
                    WriteContext(json, from, text);
                }
                else if (text is not null && from.Kind is AgentEventKind.Stop)
                {
                    WriteRequest(json, from, text);
                }

                json.WriteEndObject();
            },
            isIndented: false
        );

    private static void WriteContext(Utf8JsonWriter json, AgentEvent from, string text)
    {
        if (from.Host is AgentHost.Cursor)
        {
            json.WriteString("additional_context", text);
            return;
        }

        if (from.Host is AgentHost.Copilot || IsAmbiguous(from))
        {
            json.WriteString("additionalContext", text);
        }

        if (from.Host is not AgentHost.Copilot || IsAmbiguous(from))
        {
            json.WriteStartObject("hookSpecificOutput");
            json.WriteString("hookEventName", "SessionStart");
            json.WriteString("additionalContext", text);
            json.WriteEndObject();
        }
    }

    /// <remarks>Codex refuses properties that it does not know, and VS Code reads only the inner object.</remarks>
    private static void WriteRequest(Utf8JsonWriter json, AgentEvent from, string text)
    {
        if (from.Host is AgentHost.Cursor)
        {
            json.WriteString("followup_message", text);
            return;
        }

        if (from.Host is not AgentHost.VsCode || IsAmbiguous(from))
        {
            json.WriteString("decision", from.Host is AgentHost.Gemini ? "deny" : "block");
            json.WriteString("reason", text);
        }

        if (from.Host is AgentHost.VsCode || IsAmbiguous(from))
        {
            json.WriteStartObject("hookSpecificOutput");
            json.WriteString("hookEventName", "Stop");
            json.WriteString("decision", "block");
            json.WriteString("reason", text);
            json.WriteEndObject();
        }
    }

    /// <summary>Whether VS Code and Copilot CLI send the same fields, so that both forms are written; each ignores that of the other.</summary>
    private static bool IsAmbiguous(AgentEvent from) =>
        from.Host is AgentHost.VsCode or AgentHost.Copilot && !from.IsCamelCase;
}
