namespace KaizenGate.Core.Tests.Transcripts;

/// <summary>A transcript as Claude Code writes it.</summary>
internal sealed class ClaudeText(string session, string folder, DateTimeOffset start)
    : SessionText(session, folder, start)
{
    public override SessionText Run(string command, string? failure = null, double seconds = 2) =>
        Call("Bash", $"{{\"command\":{Json(command)},\"description\":\"A step\"}}", failure, seconds);

    public override SessionText Edit(string file, string? failure = null) =>
        Call("Edit", $"{{\"file_path\":{Json(file)},\"old_string\":\"a\",\"new_string\":\"b\"}}", failure, 0.1);

    public override SessionText Read(string file) => Call("Read", $"{{\"file_path\":{Json(file)}}}", null, 0.1);

    /// <summary>Appends a call and its result.</summary>
    public SessionText Call(string tool, string input, string? failure, double seconds)
    {
        var id = NextId();
        Line(
            $"{{{Head()},\"type\":\"assistant\",\"message\":{{\"id\":\"msg_{id}\",\"role\":\"assistant\",\"content\":[{{\"type\":\"tool_use\",\"id\":\"{id}\",\"name\":\"{tool}\",\"input\":{input}}}]}},\"uuid\":\"u-{id}\",\"timestamp\":\"{Time()}\"}}"
        );
        Pass(seconds);
        var error = failure is null ? "" : ",\"is_error\":true";
        Line(
            $"{{{Head()},\"type\":\"user\",\"message\":{{\"role\":\"user\",\"content\":[{{\"tool_use_id\":\"{id}\",\"type\":\"tool_result\",\"content\":{Json(failure ?? "done")}{error}}}]}},\"uuid\":\"r-{id}\",\"timestamp\":\"{Time()}\",\"toolUseResult\":{{\"stdout\":\"done\",\"interrupted\":false}}}}"
        );
        Pass(5);
        return this;
    }

    private string Head() =>
        $"\"parentUuid\":null,\"isSidechain\":false,\"cwd\":{Json(Folder)},\"sessionId\":\"{Session}\",\"version\":\"2.1.0\"";
}
