using System.Globalization;

namespace KaizenGate.Core.Tests.Transcripts;

/// <summary>A transcript as Codex writes it: each call as the answer of the model and as an event.</summary>
internal sealed class CodexText : SessionText
{
    public CodexText(string session, string folder, DateTimeOffset start)
        : base(session, folder, start) =>
        Payload("session_meta", $"{{\"id\":\"{session}\",\"cwd\":{Json(folder)},\"cli_version\":\"0.169.0\"}}");

    public override SessionText Run(string command, string? failure = null, double seconds = 2)
    {
        var id = NextId();
        var words = $"[\"bash\",\"-lc\",{Json(command)}]";
        Payload(
            "response_item",
            $"{{\"type\":\"function_call\",\"name\":\"shell\",\"arguments\":{Json($"{{\"command\":{words},\"workdir\":{Json(Folder)}}}")},\"call_id\":\"{id}\"}}"
        );
        Payload(
            "event_msg",
            $"{{\"type\":\"exec_command_begin\",\"call_id\":\"{id}\",\"command\":{words},\"cwd\":\"/\"}}"
        );
        Pass(seconds);
        var code = failure is null ? 0 : 1;
        Payload(
            "event_msg",
            $"{{\"type\":\"exec_command_end\",\"call_id\":\"{id}\",\"command\":{words},\"aggregated_output\":{Json(failure ?? "")},\"exit_code\":{code},\"duration\":{{\"secs\":{(int)seconds},\"nanos\":0}}}}"
        );
        var output =
            $"{{\"output\":{Json(failure ?? "")},\"metadata\":{{\"exit_code\":{code},\"duration_seconds\":{seconds.ToString(CultureInfo.InvariantCulture)}}}}}";
        Payload(
            "response_item",
            $"{{\"type\":\"function_call_output\",\"call_id\":\"{id}\",\"output\":{Json(output)}}}"
        );
        Pass(5);
        return this;
    }

    public override SessionText Edit(string file, string? failure = null)
    {
        var id = NextId();
        var patch = $"*** Begin Patch\n*** Update File: {file}\n@@\n-a\n+b\n*** End Patch\n";
        Payload(
            "response_item",
            $"{{\"type\":\"custom_tool_call\",\"name\":\"apply_patch\",\"call_id\":\"{id}\",\"input\":{Json(patch)}}}"
        );
        Payload(
            "response_item",
            $"{{\"type\":\"custom_tool_call_output\",\"call_id\":\"{id}\",\"output\":{Json(failure ?? "Success.")}}}"
        );
        Pass(5);
        return this;
    }

    /// <summary>Codex reads files with commands.</summary>
    public override SessionText Read(string file) => Run($"sed -n 1,200p {file}");

    public CodexText Payload(string type, string payload)
    {
        Line($"{{\"timestamp\":\"{Time()}\",\"type\":\"{type}\",\"payload\":{payload}}}");
        return this;
    }
}
