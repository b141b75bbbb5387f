using System.Collections.Immutable;

namespace KaizenGate.Cli.Hooks;

/// <summary>The text of the hook.</summary>
internal static class HookScript
{
    /// <summary>The start of its second line in all versions.</summary>
    private const string Marker = "# kaizen-hook ";

    /// <summary>The hook for a repository.</summary>
    /// <param name="folder">The folder in which the gate runs, relative to the top level; empty for the top level.</param>
    /// <param name="paths">Git pathspecs of the files whose changes are checked.</param>
    public static string Text(string folder, ImmutableArray<string> paths) =>
        EmbeddedText
            .Read("hook.pre-commit")
            .Replace("{folder}", Quoted(folder), StringComparison.Ordinal)
            .Replace("{paths}", string.Join(" \\\n    ", paths.Select(Quoted)), StringComparison.Ordinal);

    /// <summary>Whether a text is this hook, in any version.</summary>
    public static bool IsOne(string text)
    {
        var lines = text.Split('\n', 3);
        return lines.Length > 1 && lines[1].StartsWith(Marker, StringComparison.Ordinal);
    }

    /// <summary>Quotes any text for the shell.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
