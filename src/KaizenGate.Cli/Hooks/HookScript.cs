using System.Collections.Immutable;

namespace KaizenGate.Cli.Hooks;

/// <summary>The text of the hook.</summary>
internal static class HookScript
{
    /// <summary>How its second line begins, in all versions.</summary>
    private const string Marker = "# kaizen-hook ";

    /// <summary>Writes it for a repository.</summary>
    /// <param name="folder">The folder in which the gate runs, from the top level; empty for that.</param>
    /// <param name="paths">What starts it, as pathspecs of git.</param>
    public static string Text(string folder, ImmutableArray<string> paths)
    {
        using var stream = typeof(HookScript).Assembly.GetManifestResourceStream("hook.pre-commit")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .ReplaceLineEndings("\n")
            .Replace("{folder}", Quoted(folder), StringComparison.Ordinal)
            .Replace("{paths}", string.Join(" \\\n    ", paths.Select(Quoted)), StringComparison.Ordinal);
    }

    /// <summary>Whether a hook is this one, in whatever version.</summary>
    public static bool IsOne(string text)
    {
        var lines = text.Split('\n', 3);
        return lines.Length > 1 && lines[1].StartsWith(Marker, StringComparison.Ordinal);
    }

    /// <summary>A word for the shell, whatever it holds.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
