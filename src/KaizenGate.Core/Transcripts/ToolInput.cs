using System.Text.Json;

namespace KaizenGate.Core.Transcripts;

/// <summary>The arguments of a call that are used; of any host.</summary>
internal struct ToolInput
{
    private const int MaxWords = 64;

    public string? Command { get; set; }

    public string? File { get; set; }

    public bool IsInBackground { get; set; }

    /// <summary>Reads an object; the reader is at it, and then at its end.</summary>
    public static ToolInput Read(ref Utf8JsonReader json)
    {
        var input = default(ToolInput);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return input;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("command"u8) || json.ValueTextEquals("cmd"u8))
            {
                json.Read();
                input.Command ??= CommandAt(ref json);
            }
            else if (
                json.ValueTextEquals("file_path"u8)
                || json.ValueTextEquals("filePath"u8)
                || json.ValueTextEquals("notebook_path"u8)
            )
            {
                input.File ??= json.NextText();
            }
            else if (json.ValueTextEquals("run_in_background"u8))
            {
                input.IsInBackground = json.NextIsTrue();
            }
            else
            {
                json.Skip();
            }
        }

        return input;
    }

    /// <summary>Reads a command: a text, or a list of words, whose shell is left out: <c>["bash", "-lc", "make"]</c>.</summary>
    public static string? CommandAt(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return json.Text();
        }

        var words = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.Text() is { } word && words.Count < MaxWords)
            {
                words.Add(word);
            }
        }

        var text =
            words is [var shell, ['-' or '/', ..], var script] && IsShell(shell) ? script : string.Join(' ', words);
        return text.Length > ToolCall.LongestCommand ? text[..ToolCall.LongestCommand] : text;
    }

    /// <summary>The call with these arguments.</summary>
    public readonly ToolCall Call(string id, string tool)
    {
        var isPatch = tool == "apply_patch" || (Command?.StartsWith("apply_patch", StringComparison.Ordinal) ?? false);
        var action =
            isPatch || tool is "Edit" or "MultiEdit" or "Write" or "NotebookEdit" ? ToolAction.Edit
            : Command is not null ? ToolAction.Run
            : tool == "Read" ? ToolAction.Read
            : ToolAction.Other;
        return new ToolCall
        {
            Id = id,
            Tool = tool,
            Action = action,
            Command = action == ToolAction.Run ? Command : null,
            File = File ?? (isPatch ? PatchedFile(Command) : null),
            IsInBackground = IsInBackground,
        };
    }

    /// <summary>The first file of a patch in the form that Codex uses; null without one.</summary>
    public static string? PatchedFile(string? patch)
    {
        const string Header = " File: ";
        var at = patch?.IndexOf(Header, StringComparison.Ordinal) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var rest = patch.AsSpan(at + Header.Length);
        var end = rest.IndexOfAny('\n', '\r');
        return (end < 0 ? rest : rest[..end]).Trim().ToString();
    }

    private static bool IsShell(string word) =>
        Path.GetFileNameWithoutExtension(word.AsSpan())
            is "bash"
                or "sh"
                or "zsh"
                or "dash"
                or "fish"
                or "cmd"
                or "powershell"
                or "pwsh";
}
