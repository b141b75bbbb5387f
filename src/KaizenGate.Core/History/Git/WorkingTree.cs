using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>What was changed in a working tree.</summary>
internal static class WorkingTree
{
    /// <summary>Returns the files that differ from HEAD or are untracked, in git's order; a status of two letters and a path each.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<(string Status, string Path)> Dirty(this GitRepository git)
    {
        var answer = git.Ask(
                "status",
                "--porcelain=v1",
                "-z",
                "--untracked-files=all",
                "--no-renames",
                "--ignore-submodules=dirty"
            )
            .OrThrow(git);
        return [.. answer.Text.Split('\0').Where(entry => entry.Length > 3).Select(entry => (entry[..2], entry[3..]))];
    }

    /// <summary>Returns the files of the commits that were made in a period; a file may be there several times.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="start">The commit at the start of the period; null for none.</param>
    /// <param name="head">The last commit.</param>
    /// <param name="since">The start of the period: older commits came from elsewhere, such as a pull.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<string> CommittedSince(
        this GitRepository git,
        string? start,
        string head,
        DateTimeOffset since
    )
    {
        string[] before = start is null ? [] : [$"^{ObjectId.Checked(start)}"];
        var answer = git.Ask([
                "log",
                "-z",
                "--no-merges",
                "--name-only",
                "--no-renames",
                "--no-ext-diff",
                "--no-color",
                "--no-decorate",
                "--no-notes",
                "--format=",
                $"--max-age={since.ToUnixTimeSeconds()}",
                ObjectId.Checked(head),
                .. before,
                "--",
            ])
            .OrThrow(git);
        return [.. answer.Text.Split('\0').Select(path => path.TrimStart('\n')).Where(path => path.Length > 0)];
    }
}
