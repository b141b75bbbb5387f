using System.Text;
using System.Text.Unicode;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>The MCP server in the settings of Codex, which are TOML: a table of its own at the end of the file.</summary>
internal sealed record CodexServers() : HostFile(".codex/config.toml", "starts the MCP server of KaizenGate")
{
    /// <summary>The table, with <c>\n</c>.</summary>
    public const string Table = "[mcp_servers.kaizen]\ncommand = \"dotnet\"\nargs = [\"kaizen\", \"mcp\"]\n";

    private const string Key = "mcp_servers";

    /// <exception cref="InputException">A table at the end could mean something else than a server.</exception>
    public override byte[] With(byte[]? content, string shown)
    {
        var text = TextOf(content ?? [], shown);
        foreach (var (number, line) in Lines(text))
        {
            if (Problem(line) is { } problem)
            {
                throw new InputException(
                    problem,
                    $"Add this by hand: {Table.TrimEnd('\n').Replace("\n", "; ", StringComparison.Ordinal)}",
                    shown,
                    number
                );
            }

            if (IsServer(line))
            {
                return content!;
            }
        }

        var newLine = NewLineOf(text);
        var gap =
            text.Length == 0 ? ""
            : text.EndsWith('\n') ? newLine
            : newLine + newLine;
        return Encoding.UTF8.GetBytes(text + gap + Table.Replace("\n", newLine, StringComparison.Ordinal));
    }

    public override byte[]? Without(byte[] content, string shown)
    {
        var text = TextOf(content, shown);
        var newLine = NewLineOf(text);
        var table = Table.Replace("\n", newLine, StringComparison.Ordinal);
        var at =
            text.StartsWith(table, StringComparison.Ordinal) ? 0
            : text.IndexOf(newLine + table, StringComparison.Ordinal) is >= 0 and var found ? found + newLine.Length
            : -1;
        if (at < 0)
        {
            return content;
        }

        var end = at + table.Length;
        // The empty line before it is ours too.
        var start = text[..at].EndsWith(newLine + newLine, StringComparison.Ordinal) ? at - newLine.Length : at;
        var changed = text[..start] + text[end..];
        return changed.Length == 0 ? null : Encoding.UTF8.GetBytes(changed);
    }

    public override bool IsIn(byte[] content, string shown) =>
        Lines(TextOf(content, shown)).Any(line => IsServer(line.Text));

    private static string TextOf(byte[] content, string shown) =>
        Utf8.IsValid(content)
            ? Encoding.UTF8.GetString(content)
            : throw new InputException("invalid UTF-8", "Save the file as UTF-8.", shown);

    private static string NewLineOf(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Whether a line begins the table of our server.</summary>
    private static bool IsServer(string line) => Bare(line).StartsWith($"[{Key}.kaizen]", StringComparison.Ordinal);

    /// <summary>Why a table at the end could mean something else; null when it cannot.</summary>
    private static string? Problem(string line) =>
        line.Contains("\"\"\"", StringComparison.Ordinal) || line.Contains("'''", StringComparison.Ordinal)
            ? "a text of several lines may hide the end of the file"
        : Bare(line) is var bare
        && (
            bare.StartsWith($"{Key}=", StringComparison.Ordinal)
            || bare.StartsWith($"{Key}.kaizen", StringComparison.Ordinal)
        )
            ? $"`{Key}` is not written as tables"
        : null;

    /// <summary>A line without blanks and quotes.</summary>
    private static string Bare(string line) =>
        string.Concat(line.Where(character => !char.IsWhiteSpace(character) && character is not ('"' or '\'')));

    private static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.Split('\n').Select((line, at) => (at + 1, line));
}
