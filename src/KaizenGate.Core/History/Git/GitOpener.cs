namespace KaizenGate.Core.History.Git;

/// <summary>Finds the repository of a folder with one start of git.</summary>
internal static class GitOpener
{
    public static RepositoryLookup Open(
        GitProgram? program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        bool inheritsRepository
    )
    {
        var surroundings = GitEnvironment.From(environment, inheritsRepository);
        if (program is null)
        {
            return HasRepository(folder, surroundings)
                ? new UnreadableRepository(
                    "git is not on the PATH; install it, or judge by the dates in the file with `--no-history`"
                )
                : new NoRepository();
        }

        try
        {
            return Ask(new GitPlace(program, folder, surroundings));
        }
        catch (GitException error)
        {
            return new UnreadableRepository(error.Reason);
        }
    }

    private static RepositoryLookup Ask(GitPlace place)
    {
        // Git repeats an option that it does not know, which sets paths apart that may hold line breaks.
        var separator = $"--{Guid.NewGuid():N}";
        // What fails comes last: there is no top level in a bare repository, and no HEAD before the first commit.
        var answer = GitCommand.Ask(
            place,
            [],
            "rev-parse",
            "--is-bare-repository",
            "--is-shallow-repository",
            "--absolute-git-dir",
            separator,
            "--show-toplevel",
            separator,
            "HEAD",
            "--symbolic-full-name",
            "HEAD"
        );
        var parts = answer.Text.Split($"\n{separator}\n");
        var (flags, gitFolder) = Flags(parts[0]);
        if (flags is null)
        {
            return NotFound(place, answer);
        }

        if (flags.Value.IsBare)
        {
            return new UnreadableRepository("bare repository: it has no working files; run in a clone that has them");
        }

        if (parts.Length < 3)
        {
            return new UnreadableRepository(
                answer.ErrorText.Contains("must be run in a work tree", StringComparison.Ordinal)
                    ? "the folder lies inside of the git folder; run in the working files"
                    : GitFailure.Reason(answer.Name, answer.Status, answer.ErrorText)
            );
        }

        var head = parts[2].Split('\n');
        var isCommit = answer.Status == 0 && head.Length == 3 && ObjectId.IsOne(head[0]);
        var git = new GitRepository(place, gitFolder, parts[1], flags.Value.IsShallow)
        {
            Head = isCommit ? head[0] : null,
            Branch = isCommit ? head[1] : null,
        };
        return isCommit ? new OpenedRepository(git) : Unborn(git);
    }

    private static ((bool IsBare, bool IsShallow)? Flags, string GitFolder) Flags(string text)
    {
        var lines = text.Split('\n', 3);
        return
            lines.Length == 3
            && lines[0] is "true" or "false"
            && lines[1] is "true" or "false"
            && Path.IsPathFullyQualified(lines[2])
            ? ((lines[0] == "true", lines[1] == "true"), lines[2])
            : (null, "");
    }

    /// <summary>Tells a branch without a commit from one whose file is damaged.</summary>
    private static RepositoryLookup Unborn(GitRepository git)
    {
        var log = git.Ask("log", "-1", "--format=");
        return log.ErrorText.Contains("does not have any commits yet", StringComparison.Ordinal)
            ? new OpenedRepository(git)
            : new UnreadableRepository(
                log.Status == 0 ? GitFailure.Garbled(log.Name) : GitFailure.Reason(log.Name, log.Status, log.ErrorText)
            );
    }

    private static RepositoryLookup NotFound(GitPlace place, GitAnswer answer)
    {
        if (answer.Status == 0)
        {
            return new UnreadableRepository(GitFailure.Garbled(answer.Name));
        }

        if (!answer.ErrorText.Contains("not a git repository (or any", StringComparison.Ordinal))
        {
            return new UnreadableRepository(GitFailure.Reason(answer.Name, answer.Status, answer.ErrorText));
        }

        return HasRepository(place.Folder, place.Environment)
            ? new UnreadableRepository("the .git here is no repository, or a damaged one; repair it, or clone again")
            : new NoRepository();
    }

    /// <summary>Whether a repository is meant to be there.</summary>
    private static bool HasRepository(string folder, Dictionary<string, string> environment)
    {
        if (environment.ContainsKey("GIT_DIR"))
        {
            return true;
        }

        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.Exists(Path.Join(above, ".git")))
            {
                return true;
            }
        }

        return false;
    }
}
