using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>What recipes depend on.</summary>
/// <param name="Script">The script of all hooks.</param>
/// <param name="IsScript">Whether a text is such a script, in any version.</param>
/// <param name="Program">The command that starts KaizenGate: <c>dotnet-kaizen</c>, or <c>dotnet kaizen</c> with a tool manifest.</param>
/// <param name="Folder">The folder in which the gate runs, relative to the top level; empty for the top level.</param>
/// <param name="Watched">The files whose changes are checked.</param>
internal sealed record RecipeContext(
    string Script,
    Func<string, bool> IsScript,
    string Program,
    string Folder,
    ImmutableArray<WatchedFile> Watched
)
{
    /// <summary>The command of a hook for a shell.</summary>
    public string Command(string hook)
    {
        var folder = Folder.Length == 0 ? "" : $" --in {ShellQuoted(Folder)}";
        return $"{Program} hook run{folder} {hook}";
    }

    /// <summary>Quotes a text for YAML.</summary>
    public static string YamlQuoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Quotes a text for JSON or TOML.</summary>
    public static string JsonQuoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string ShellQuoted(string text) =>
        text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '_' or '.')
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
