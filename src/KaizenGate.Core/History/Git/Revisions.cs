using System.Globalization;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Finds the commit that a <c>--since</c> option names.</summary>
internal static class Revisions
{
    /// <summary>Returns the commit at which the checked-out branch forked from a revision.</summary>
    /// <exception cref="InputException">The revision is not a commit, or has no common history with the branch.</exception>
    public static string MergeBase(this GitRepository git, string revision)
    {
        var commit = Resolve(git, revision);
        if (git.Head is null)
        {
            throw Error(revision, "has nothing to compare, because the branch has no commit yet", "Commit first.");
        }

        var answer = git.Ask("merge-base", commit, git.Head);
        var found = answer.Text.TrimEnd('\n');
        if (answer.ExitCode == 0 && ObjectId.IsValid(found))
        {
            return found;
        }

        throw answer is { ExitCode: 1, Output.Length: 0 }
            ? Error(
                revision,
                "has no commit in common with the branch",
                git.IsShallow
                    ? "It is a shallow clone: fetch with depth 0."
                    : "Name a revision that the branch comes from."
            )
        : answer.ExitCode == 0 ? new GitException(GitFailure.Unexpected(answer.Name))
        : git.Failure(answer.Name, answer.ExitCode, answer.ErrorText);
    }

    /// <summary>Passes the revision through standard input, where git takes nothing for an option.</summary>
    private static string Resolve(GitRepository git, string revision)
    {
        if (
            string.IsNullOrWhiteSpace(revision)
            || revision.StartsWith('-')
            || revision.Any(c => char.IsControl(c) || char.IsSurrogate(c))
        )
        {
            throw Error(revision, "is not a valid revision", "Name a branch, a tag or a commit, such as main or v1.2.");
        }

        var answer = git.AskWith(Encoding.UTF8.GetBytes($"{revision}^{{commit}}\n"), "cat-file", "--batch-check");
        var id = answer.Text.Split(' ')[0];
        return
            answer.ExitCode == 0
            && ObjectId.IsValid(id)
            && answer.Text.StartsWith($"{id} commit ", StringComparison.Ordinal)
            ? id
            : throw Error(
                revision,
                "does not name a commit of this repository",
                git.IsShallow
                    ? "It is a shallow clone: fetch with depth 0."
                    : "Name a branch, a tag or a commit; fetch it first if it is on a server."
            );
    }

    private static InputException Error(string revision, string problem, string help) =>
        new(new InputError($"--since {Quote.Of(revision)} {problem}", help));

    /// <summary>Returns the whole messages of the commits after a base, the newest first.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<string> Messages(this GitRepository git, string start, string head) =>
        [
            .. git.Ask(
                    "log",
                    "-z",
                    "--no-color",
                    "--no-decorate",
                    "--no-notes",
                    "--encoding=UTF-8",
                    "--format=%B",
                    ObjectId.Checked(head),
                    $"^{ObjectId.Checked(start)}",
                    "--"
                )
                .OrThrow(git)
                .Text.Split('\0', StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>Returns the committer date of a commit; null if git prints another thing.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static DateTimeOffset? TimeOf(this GitRepository git, string commit) =>
        long.TryParse(
            git.Ask("log", "-1", "--no-color", "--format=%ct", ObjectId.Checked(commit), "--").OrThrow(git).Text.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, 253_402_300_799))
            : null;
}
