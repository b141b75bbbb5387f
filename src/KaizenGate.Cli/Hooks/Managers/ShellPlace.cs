namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>Adds lines to a shell script.</summary>
internal static class ShellPlace
{
    /// <summary>
    /// Adds lines before the commands of the script, one of which may end it: after its first line and the one that reads
    /// <c>husky.sh</c>.
    /// </summary>
    public static string Add(string text, RecipeBlock block, string lineEnd)
    {
        var lines = text.Split('\n');
        var at = lines[0].StartsWith("#!", StringComparison.Ordinal) ? 1 : 0;
        var husky = Array.FindIndex(
            lines,
            line => line.AsSpan().TrimStart() is ['.', ' ', ..] && line.Contains("husky.sh", StringComparison.Ordinal)
        );
        at = Math.Max(at, husky + 1);
        var before = at == 0 ? "" : string.Join('\n', lines[..at]) + "\n";
        return before + MarkedFile.Marked(block.Lines, "", lineEnd) + string.Join('\n', lines[at..]);
    }
}
