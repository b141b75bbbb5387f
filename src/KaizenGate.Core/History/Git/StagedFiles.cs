namespace KaizenGate.Core.History.Git;

internal static class StagedFiles
{
    /// <summary>Whether a staged change touches a file.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="pathspecs">Git's patterns for the files.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public static bool HasStaged(this GitRepository git, IEnumerable<string> pathspecs)
    {
        using var command = git.StartWithPatterns([
            "diff",
            "--cached",
            "--quiet",
            "--no-ext-diff",
            "--ignore-submodules",
            "--",
            .. pathspecs,
        ]);
        var answer = command.Answer([]);
        return answer.ExitCode == 1 || answer.OrThrow(git).ExitCode != 0;
    }
}
