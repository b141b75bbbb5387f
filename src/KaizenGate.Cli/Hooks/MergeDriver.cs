using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>
/// The merge driver of one clone: the command is in git's configuration, the files are in <c>info/attributes</c>.
/// Neither is committed, because git never runs a program that comes with a repository.
/// </summary>
/// <param name="git">The repository.</param>
/// <param name="attributes">Absolute path of the attributes file, which may not exist.</param>
/// <param name="shown">Formats a path for messages.</param>
/// <param name="isDryRun">Whether to change nothing.</param>
internal sealed class MergeDriver(GitRepository git, string attributes, Func<string, string> shown, bool isDryRun)
{
    private const string Section = "merge.kaizen";
    private const string First =
        "# kaizen: merge these improvement by improvement (`dotnet kaizen hook uninstall` removes this)";
    private const string Last = "# kaizen: end";

    private const string Arguments = "merge-driver -- %O %A %B %L %P %S %X %Y";

    /// <summary>Without the program, git merges line by line as it would without a driver; a failing driver would hide their version.</summary>
    private const string Command =
        "for kaizen in dotnet-kaizen dotnet-kaizen.cmd \"$HOME/.dotnet/tools/dotnet-kaizen\" \"$HOME/.dotnet/tools/dotnet-kaizen.cmd\"; "
        + $"do if command -v \"$kaizen\" >/dev/null 2>&1; then exec \"$kaizen\" {Arguments}; fi; done; "
        + $"if grep -qi '\"kaizengate\"' .config/dotnet-tools.json 2>/dev/null && command -v dotnet >/dev/null 2>&1; then dotnet kaizen {Arguments}; "
        + "else git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B; fi";

    /// <summary>The attributes file.</summary>
    public string FullPath => attributes;

    /// <summary>The attributes now and, after a change, before it; null if there are none.</summary>
    public (string? Before, string? After) Texts { get; private set; }

    /// <summary>Installs the driver for some files.</summary>
    /// <param name="paths">The files, relative to the top level, with slashes.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="InputException">The attributes cannot be written.</exception>
    public bool Install(IEnumerable<string> paths)
    {
        var configured = Set("name", "KaizenGate, improvement by improvement") | Set("driver", Command);
        var lines = paths.Select(path => $"{Pattern(path)} merge=kaizen");
        return Change(text => Without(text) + string.Join('\n', [First, .. lines, Last]) + "\n") || configured;
    }

    /// <summary>Removes the driver.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="InputException">The attributes cannot be written.</exception>
    public bool Uninstall()
    {
        var isOurs = Get("driver")?.Contains("merge-driver -- %O", StringComparison.Ordinal) == true;
        if (isOurs && !isDryRun)
        {
            git.Ask("config", "--local", "--remove-section", Section).OrThrow(git);
        }

        return Change(Without) || isOurs;
    }

    private bool Set(string name, string value)
    {
        if (Get(name) == value)
        {
            return false;
        }

        if (!isDryRun)
        {
            git.Ask("config", "--local", "--replace-all", $"{Section}.{name}", value).OrThrow(git);
        }

        return true;
    }

    private string? Get(string name)
    {
        var answer = git.Ask("config", "-z", "--local", "--get", $"{Section}.{name}");
        return answer.ExitCode == 0 ? answer.Text.TrimEnd('\0') : null;
    }

    private bool Change(Func<string, string> change)
    {
        try
        {
            var text = File.Exists(attributes) ? PlainFile.ReadText(attributes) : "";
            var changed = change(text);
            Texts = (text, changed);
            if (changed == text || isDryRun)
            {
                return changed != text;
            }

            if (changed.Length == 0)
            {
                File.Delete(attributes);
            }
            else
            {
                ReplacedFile.Write(attributes, stream => stream.Write(Encoding.UTF8.GetBytes(changed)));
            }

            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the attributes cannot be changed: {failed.Message.TrimEnd('.')}",
                "Check the permissions of the file and try again.",
                shown(attributes)
            );
        }
    }

    /// <summary>The attributes without ours, which are always written last because the last match wins.</summary>
    private static string Without(string text)
    {
        var start = text.IndexOf(First, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(Last, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return text.Length == 0 || text.EndsWith('\n') ? text : $"{text}\n";
        }

        var next = text.IndexOf('\n', end);
        return text[..start] + (next < 0 ? "" : text[(next + 1)..]);
    }

    /// <summary>A git pattern that matches exactly one file.</summary>
    private static string Pattern(string path)
    {
        var pattern = new StringBuilder("/");
        foreach (var sign in path)
        {
            pattern.Append(sign is '*' or '?' or '[' or '\\' ? $"\\{sign}" : $"{sign}");
        }

        var text = pattern.ToString();
        if (!text.AsSpan().ContainsAny(' ', '"') && !text.Any(char.IsControl))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
        {
            quoted.Append(
                sign is '"' or '\\' ? $"\\{sign}"
                : char.IsControl(sign) && sign < 128 ? $"\\{Convert.ToString(sign, 8).PadLeft(3, '0')}"
                : $"{sign}"
            );
        }

        return quoted.Append('"').ToString();
    }
}
