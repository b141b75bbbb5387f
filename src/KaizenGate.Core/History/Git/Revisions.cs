using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History.Git;

/// <summary>Finds the commit that a user means.</summary>
internal static class Revisions
{
    public static string MergeBase(GitRepository git, string revision)
    {
        var commit = Resolve(git, revision);
        if (git.Head is null)
        {
            throw Error(
                $"--since {Quote.Of(revision)} has nothing to compare, because the branch has no commit yet",
                "Commit first."
            );
        }

        var answer = git.Ask("merge-base", commit, git.Head);
        var found = answer.Text.TrimEnd('\n');
        if (answer.Status == 0 && ObjectId.IsOne(found))
        {
            return found;
        }

        throw answer is { Status: 1, Output.Length: 0 }
            ? Error(
                $"--since {Quote.Of(revision)} has no commit in common with the branch",
                git.IsShallow
                    ? "It is a shallow clone: fetch with depth 0."
                    : "Name a revision that the branch comes from."
            )
        : answer.Status == 0 ? new GitException(GitFailure.Garbled(answer.Name))
        : git.Failure(answer.Name, answer.Status, answer.ErrorText);
    }

    /// <summary>Asks through the input, where nothing is taken for an option.</summary>
    private static string Resolve(GitRepository git, string revision)
    {
        if (string.IsNullOrWhiteSpace(revision) || revision.StartsWith('-') || revision.Any(IsUnfit))
        {
            throw Error(
                $"--since {Quote.Of(revision)} is no revision",
                "Name a branch, a tag or a commit, such as main or v1.2."
            );
        }

        var answer = git.AskWith(Encoding.UTF8.GetBytes($"{revision}^{{commit}}\n"), "cat-file", "--batch-check");
        var id = answer.Text.Split(' ')[0];
        return
            answer.Status == 0
            && ObjectId.IsOne(id)
            && answer.Text.StartsWith($"{id} commit ", StringComparison.Ordinal)
            ? id
            : throw Error(
                $"--since {Quote.Of(revision)} names no commit of this repository",
                git.IsShallow
                    ? "It is a shallow clone: fetch with depth 0."
                    : "Name a branch, a tag or a commit that is there; fetch it first when it is on a server."
            );
    }

    private static bool IsUnfit(char sign) => char.IsControl(sign) || char.IsSurrogate(sign);

    private static InputException Error(string message, string help) => new(new InputError(message, help));
}
