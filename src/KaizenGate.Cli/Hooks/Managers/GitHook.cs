using System.Collections.Immutable;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>A hook of git.</summary>
/// <param name="Name">Its name for git.</param>
/// <param name="Purpose">A short description.</param>
internal sealed record GitHook(string Name, string Purpose)
{
    /// <summary>Git runs it before a commit, with the changes to commit in the index.</summary>
    public static GitHook PreCommit { get; } = new("pre-commit", "checks commits that change the backlog");

    /// <summary>Git runs it instead of <see cref="PreCommit"/> before a merge without conflicts.</summary>
    public static GitHook PreMergeCommit { get; } = new("pre-merge-commit", "checks merges that change the backlog");

    /// <summary>Git runs it with the file of the message, for commits and merges.</summary>
    public static GitHook CommitMsg { get; } = new("commit-msg", "checks a trailer `Kaizen: none (reason)`");

    /// <summary>The hooks that are installed.</summary>
    public static ImmutableArray<GitHook> All { get; } = [PreCommit, PreMergeCommit, CommitMsg];
}
