namespace KaizenGate.Core.History.Git;

/// <summary>Why git failed, in words that a person can act on. Git runs in English, so that its words can be known.</summary>
internal static class GitFailure
{
    /// <summary>The answer has not the form that it has in all versions of git.</summary>
    public static string Garbled(string name) =>
        $"git {name} gave an answer that cannot be understood; check that the git on the PATH is git 2.22 or newer";

    /// <summary>The reason why history cannot be seen, with the remedy.</summary>
    /// <param name="name">The subcommand.</param>
    /// <param name="status">Its exit status.</param>
    /// <param name="errorText">What it said.</param>
    public static string Reason(string name, int status, string errorText)
    {
        if (Says(errorText, "detected dubious ownership", "unsafe repository"))
        {
            return $"git does not trust this repository, because another user owns it; run `git config --global --add safe.directory {GitMessages.ShellQuoted(Named(errorText))}`";
        }

        if (Says(errorText, "safe.bareRepository"))
        {
            return "bare repository: it has no working files; run in a clone that has them";
        }

        if (Says(errorText, "promisor", "lazy fetching", "transport '"))
        {
            return Partial(GitMessages.Last(errorText));
        }

        var words = GitMessages.Last(errorText);
        if (words.Length == 0)
        {
            return $"git {name} ended with exit status {status} and said nothing; run it again, and check that the git on the PATH works";
        }

        return Says(errorText, "repository extension", "repo version")
            ? $"this git is too old for the repository ({words}); install a newer one"
            : $"git {name} failed ({words}); `git fsck` shows whether the repository is damaged";
    }

    /// <summary>An object is missing that a partial clone left on the server.</summary>
    public static string Partial(string what) =>
        $"partial clone: part of the history is not here ({what}); clone without `--filter`";

    /// <summary>An object is missing that has to be there.</summary>
    public static string Damaged(string what) =>
        $"the repository is damaged: {what}; `git fsck` shows the damage, and a new clone repairs it";

    private static bool Says(string errorText, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (errorText.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The folder between the first quotation marks.</summary>
    private static string Named(string errorText)
    {
        var start = errorText.IndexOf('\'', StringComparison.Ordinal) + 1;
        var end = errorText.IndexOf("'\n", start, StringComparison.Ordinal);
        end = end < 0 ? errorText.IndexOf("' is owned", start, StringComparison.Ordinal) : end;
        return start == 0 || end < 0 ? "PATH" : errorText[start..end];
    }
}
