using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History.Git;

/// <summary>The folder in which git looks for hooks. Linked worktrees share it unless it is configured.</summary>
/// <param name="Folder">Absolute; may not exist.</param>
/// <param name="IsConfigured">Whether <c>core.hooksPath</c> names it.</param>
/// <param name="IsShared">Whether it is outside the repository and its working tree, so that other repositories may use it.</param>
internal sealed record HooksFolder(string Folder, bool IsConfigured, bool IsShared)
{
    /// <exception cref="GitException">Git failed.</exception>
    public static HooksFolder Of(GitRepository git)
    {
        var answer = git.Ask("rev-parse", "--git-common-dir").OrThrow(git);
        var common = answer.Text.EndsWith('\n')
            ? Path.GetFullPath(answer.Text[..^1], git.TopLevel)
            : throw new GitException(GitFailure.Unexpected(answer.Name));
        if (Configured(git) is not { } configured)
        {
            return new HooksFolder(Path.Join(common, "hooks"), IsConfigured: false, IsShared: false);
        }

        // Git runs hooks in the top-level folder, so a relative path starts there.
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configured, git.TopLevel));
        var real = RealPath.Of(folder);
        var isInside = IsBelow(RealPath.Of(Path.GetFullPath(git.TopLevel)), real) || IsBelow(RealPath.Of(common), real);
        return new HooksFolder(folder, IsConfigured: true, !isInside);
    }

    /// <summary>Returns the user's <c>core.hooksPath</c>; null when it is not set.</summary>
    private static string? Configured(GitRepository git)
    {
        // The last value is the one that GitCommand sets so that git runs no hooks here.
        var values = git.Ask("config", "-z", "--type=path", "--get-all", "core.hooksPath")
            .OrThrow(git)
            .Text.Split('\0');
        return values.Length > 2 ? values[^3] : null;
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith($"{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
