using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History.Git;

/// <summary>Finds the folder of the hooks. All linked worktrees of a repository have the same, unless it is configured.</summary>
internal static class HooksFolderFinder
{
    public static HooksFolder Find(GitRepository git)
    {
        var common = Path.GetFullPath(CommonFolder(git), git.TopLevel);
        if (Configured(git) is not { } configured)
        {
            return new HooksFolder(Path.Join(common, "hooks"), IsConfigured: false, IsShared: false);
        }

        // Git starts hooks at the top level, and a relative folder counts from there.
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configured, git.TopLevel));
        var real = RealPath.Of(folder);
        var isInside = IsBelow(RealPath.Of(Path.GetFullPath(git.TopLevel)), real) || IsBelow(RealPath.Of(common), real);
        return new HooksFolder(folder, IsConfigured: true, !isInside);
    }

    private static string CommonFolder(GitRepository git)
    {
        var answer = git.Ask("rev-parse", "--git-common-dir").OrThrow(git);
        return answer.Text.EndsWith('\n') ? answer.Text[..^1] : throw new GitException(GitFailure.Garbled(answer.Name));
    }

    /// <summary>The value of <c>core.hooksPath</c> that holds for the user; null when there is none.</summary>
    private static string? Configured(GitRepository git)
    {
        // The last value is the one with which every git is started here, so that it runs no hook itself.
        var values = git.Ask("config", "-z", "--type=path", "--get-all", "core.hooksPath")
            .OrThrow(git)
            .Text.Split('\0', StringSplitOptions.None);
        return values.Length > 2 ? values[^3] : null;
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith($"{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
