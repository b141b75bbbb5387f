using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Git could not answer. Its history is unknown, which is not the same as empty.</summary>
internal sealed class GitException(string reason) : Exception(reason)
{
    /// <summary>Includes the remedy.</summary>
    public string Reason => Message;
}

/// <summary>Explains why git failed, with the remedy. Git runs in English, so its messages are known.</summary>
internal static class GitFailure
{
    private const int MaxQuotedLength = 200;

    /// <summary>The answer does not have the format that all versions of git print.</summary>
    public static string Unexpected(string name) =>
        $"git {name} printed an unexpected answer; check that the git on the PATH is git 2.22 or newer";

    /// <param name="name">The subcommand.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="errorText">What it printed to standard error.</param>
    public static string Reason(string name, int exitCode, string errorText)
    {
        if (Contains(errorText, "detected dubious ownership", "unsafe repository"))
        {
            return $"git does not trust this repository, because another user owns it; run `git config --global --add safe.directory {ShellQuoted(QuotedFolder(errorText))}`";
        }

        if (Contains(errorText, "safe.bareRepository"))
        {
            return "bare repository: it has no working files; run in a clone that has them";
        }

        var words = MainLine(errorText);
        if (Contains(errorText, "promisor", "lazy fetching", "transport '"))
        {
            return Partial(words);
        }

        if (words.Length == 0)
        {
            return $"git {name} ended with exit code {exitCode} and no message; run it again, and check that the git on the PATH works";
        }

        return Contains(errorText, "repository extension", "repo version")
            ? $"this git is too old for the repository ({words}); install a newer one"
            : $"git {name} failed ({words}); `git fsck` shows whether the repository is damaged";
    }

    /// <summary>An object is missing because a partial clone left it on the server.</summary>
    public static string Partial(string what) =>
        $"partial clone: part of the history is missing ({what}); clone without `--filter`";

    /// <summary>An object is missing from a repository that should have it.</summary>
    public static string Damaged(string what) =>
        $"the repository is damaged: {what}; `git fsck` shows the damage, and a new clone repairs it";

    /// <summary>The line with git's fatal error, or else its first line; empty when git printed nothing.</summary>
    public static string MainLine(string errorText)
    {
        var start = errorText.IndexOf("fatal: ", StringComparison.Ordinal);
        start = start < 0 ? errorText.IndexOf("error: ", StringComparison.Ordinal) : start;
        var from = errorText.AsSpan(Math.Max(start, 0)).TrimStart();
        var end = from.IndexOfAny('\n', '\r');
        return OneLine(end < 0 ? from : from[..end]);
    }

    /// <summary>A text on one line, cut to 200 characters, without control characters that could steer a terminal.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder();
        foreach (var character in text[..Math.Min(text.Length, MaxQuotedLength)])
        {
            line.Append(char.IsControl(character) ? ' ' : character);
        }

        return line.ToString().Trim();
    }

    private static bool Contains(string errorText, params string[] words) => words.Any(errorText.Contains);

    private static string ShellQuoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or ':' or '+' or '@')
            ? path
            : $"'{OneLine(path).Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string QuotedFolder(string errorText)
    {
        var start = errorText.IndexOf('\'', StringComparison.Ordinal) + 1;
        var end = errorText.IndexOf("'\n", start, StringComparison.Ordinal);
        end = end < 0 ? errorText.IndexOf("' is owned", start, StringComparison.Ordinal) : end;
        return start == 0 || end < 0 ? "PATH" : errorText[start..end];
    }
}
