using System.Text.Json;

namespace KaizenGate.Core.Transcripts;

/// <summary>The <c>payload</c> of a line of Codex: the session, a call, or a result.</summary>
internal static class CodexPayload
{
    /// <summary>Arguments that are longer contain a text, not a command.</summary>
    private const int LongestArguments = 256 * 1024;

    /// <summary>Reads a payload; the reader is at its value.</summary>
    public static void Read(ref Utf8JsonReader json, TranscriptLine line)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        string? type = null;
        string? id = null;
        string? callId = null;
        string? tool = null;
        string? text = null;
        var input = default(ToolInput);
        ReadOnlySpan<byte> output = [];
        int? exitCode = null;
        bool? success = null;
        TimeSpan? duration = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("type"u8))
            {
                type = json.NextText();
            }
            else if (json.ValueTextEquals("id"u8))
            {
                id = json.NextText();
            }
            else if (json.ValueTextEquals("call_id"u8))
            {
                callId = json.NextText();
            }
            else if (json.ValueTextEquals("name"u8))
            {
                tool = json.NextText();
            }
            else if (json.ValueTextEquals("cwd"u8))
            {
                line.Folder = json.NextText();
            }
            else if (json.ValueTextEquals("arguments"u8))
            {
                json.Read();
                input = Arguments(ref json);
            }
            else if (json.ValueTextEquals("action"u8))
            {
                json.Read();
                input = ToolInput.Read(ref json);
            }
            else if (json.ValueTextEquals("input"u8))
            {
                text = json.NextText();
            }
            else if (json.ValueTextEquals("command"u8))
            {
                json.Read();
                input.Command = ToolInput.CommandAt(ref json);
            }
            else if (json.ValueTextEquals("output"u8) || json.ValueTextEquals("aggregated_output"u8))
            {
                json.Read();
                var first = json.FirstText();
                output = first.IsEmpty ? output : first;
            }
            else if (json.ValueTextEquals("exit_code"u8))
            {
                json.Read();
                exitCode = json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var code) ? code : null;
                json.Skip();
            }
            else if (json.ValueTextEquals("success"u8))
            {
                json.Read();
                success = json.TokenType switch
                {
                    JsonTokenType.True => true,
                    JsonTokenType.False => false,
                    _ => null,
                };
                json.Skip();
            }
            else if (json.ValueTextEquals("duration"u8))
            {
                json.Read();
                duration = DurationAt(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        if (type is null)
        {
            // The line of the session; that of a turn has a folder but no id.
            line.Session = id;
            return;
        }

        // What is in an event is not the folder of the session.
        line.Folder = null;
        if (callId is null)
        {
            return;
        }

        switch (type)
        {
            case "function_call" or "local_shell_call":
                line.Calls.Add(input.Call(callId, tool ?? "shell"));
                break;
            case "custom_tool_call":
                line.Calls.Add(new ToolInput { Command = text }.Call(callId, tool ?? "custom"));
                break;
            case "exec_command_begin":
                line.Calls.Add(input.Call(callId, "shell"));
                break;
            case "exec_command_end":
                line.Calls.Add(input.Call(callId, "shell"));
                line.Results.Add(new CallResult(callId, null, Failure(exitCode, null, output), duration));
                break;
            case "patch_apply_end":
                line.Results.Add(new CallResult(callId, null, Failure(null, success, output), duration));
                break;
            case "function_call_output" or "custom_tool_call_output":
                line.Results.Add(
                    new CallResult(
                        callId,
                        null,
                        Failure(FailureText.ExitCodeOf(output), success, output),
                        StatedDuration.In(output)
                    )
                );
                break;
            default:
                break;
        }
    }

    private static FailureKind? Failure(int? exitCode, bool? success, ReadOnlySpan<byte> output) =>
        exitCode is not (null or 0) || success == false || (exitCode is null && FailureText.IsRefusal(output))
            ? FailureText.KindOf(output, exitCode)
            : null;

    /// <summary>Reads arguments: an object, as JSON in a text.</summary>
    private static ToolInput Arguments(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String || json.ValueSpan.Length > LongestArguments)
        {
            return ToolInput.Read(ref json);
        }

        var bytes = new byte[json.ValueSpan.Length];
        var length = json.CopyString(bytes);
        var inner = new Utf8JsonReader(bytes.AsSpan(0, length));
        try
        {
            return inner.Read() ? ToolInput.Read(ref inner) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Reads a duration: <c>{"secs": 1, "nanos": 5}</c>, a number of seconds, or <c>"1.5s"</c>.</summary>
    private static TimeSpan? DurationAt(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number)
        {
            return StatedDuration.OfSeconds(json.TryGetDouble(out var number) ? number : null);
        }

        if (json.TokenType == JsonTokenType.String)
        {
            return StatedDuration.Of(json.ValueSpan);
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        double? seconds = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var scale =
                json.ValueTextEquals("secs"u8) ? 1
                : json.ValueTextEquals("nanos"u8) ? 1e-9
                : 0;
            json.Read();
            if (scale > 0 && json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var part))
            {
                seconds = (seconds ?? 0) + (part * scale);
            }

            json.Skip();
        }

        return StatedDuration.OfSeconds(seconds);
    }
}
