using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Starting;

/// <summary>The section with instructions in the files that agents read. The text around its markers is kept.</summary>
internal static class AgentGuide
{
    /// <summary>The files that agents read, relative to the root of the repository, by the word that selects them.</summary>
    public static ImmutableArray<(string Word, string File)> Files { get; } =
    [
        ("agents", "AGENTS.md"),
        ("claude", "CLAUDE.md"),
        ("gemini", "GEMINI.md"),
        ("copilot", ".github/copilot-instructions.md"),
    ];

    private const string Begin = "<!-- kaizen: begin -->";
    private const string End = "<!-- kaizen: end -->";

    /// <summary>Writes or updates the section.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="shown">The path for messages.</param>
    /// <param name="isDryRun">Whether to leave the file unchanged.</param>
    /// <returns>The text of the file before and after.</returns>
    /// <exception cref="InputException">One marker is missing, or the file cannot be written.</exception>
    public static (string Before, string After) Write(string path, string shown, bool isDryRun)
    {
        try
        {
            var bytes = File.Exists(path) ? PlainFile.Read(path) : [];
            var before = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            var after = With(before, Section(), shown);
            if (after != before && !isDryRun)
            {
                ReplacedFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(after)));
            }

            return (before, after);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new InputException(
                $"cannot be written: {failed.Message.TrimEnd('.')}",
                "Check that the file is UTF-8 and writable.",
                shown
            );
        }
    }

    private static string With(string text, string section, string shown)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        section = section.ReplaceLineEndings(newLine);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 && end < 0)
        {
            var gap =
                text.Length is 0 or 1 && text.Trim('\uFEFF').Length == 0 ? ""
                : text.EndsWith('\n') ? newLine
                : newLine + newLine;
            return $"{text}{gap}{section}{newLine}";
        }

        return begin >= 0 && end > begin
            ? string.Concat(text.AsSpan(0, begin), section, text.AsSpan(end + End.Length))
            : throw new InputException(
                $"one of the markers {Begin} and {End} is missing, or they are in the wrong order",
                "Restore both, or remove both to add a new section.",
                shown
            );
    }

    private static string Section() => $"{Begin}\n\n{EmbeddedText.Read("starter.agents.md").Trim()}\n\n{End}";
}
