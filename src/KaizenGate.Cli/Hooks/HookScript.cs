using System.Collections.Immutable;
using KaizenGate.Cli.Hooks.Managers;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>The text of the hooks.</summary>
/// <param name="folder">The folder in which the gate runs, relative to the top level; empty for the top level.</param>
/// <param name="files">The files whose changes are checked.</param>
internal sealed class HookScript(string folder, ImmutableArray<WatchedFile> files)
{
    /// <summary>The start of its second line in all versions.</summary>
    private const string Marker = "# kaizen-hook ";

    /// <summary>The script of one hook, which also runs the previous hook.</summary>
    public string Of(GitHook hook) =>
        Text(
            $$"""
            hook={{hook.Name}}

            # The previous hook always runs first. Two hooks that call each other stop here.
            before="${0%/*}/$hook.kaizen-before"
            if [ -x "$before" ]; then
                hooks=$(cd "${0%/*}" && pwd -P) || exit
                [ "${KAIZEN_HOOK:-}" = "$hooks/$hook" ] && exit 0
                KAIZEN_HOOK=$hooks/$hook
                export KAIZEN_HOOK
                "$before" "$@" || exit
            fi

            """
        );

    /// <summary>The script of all hooks, which gets the name of the hook before git's arguments.</summary>
    public string OfAll() =>
        Text(
            """
            hook=$1
            shift

            # Husky and Husky.Net are switched off like this.
            [ "${HUSKY:-1}" = 0 ] && exit 0
            """
        );

    /// <summary>Whether a text is such a script, in any version.</summary>
    public static bool IsOne(string text)
    {
        var lines = text.Split('\n', 3);
        return lines.Length > 1 && lines[1].StartsWith(Marker, StringComparison.Ordinal);
    }

    private string Text(string start) =>
        EmbeddedText
            .Read("hook.sh")
            .Replace("{start}", start.ReplaceLineEndings("\n"), StringComparison.Ordinal)
            .Replace("{folder}", Quoted(folder), StringComparison.Ordinal)
            .Replace(
                "{paths}",
                string.Join(" \\\n        ", files.Select(file => Quoted(file.PathSpec))),
                StringComparison.Ordinal
            );

    /// <summary>Quotes any text for the shell.</summary>
    private static string Quoted(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
