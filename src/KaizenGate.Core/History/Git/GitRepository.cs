using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History.Git;

/// <summary>The result of looking for the repository of a folder.</summary>
internal abstract record RepositoryLookup;

/// <summary>Its history can be read, unless it is a shallow clone or has no commit yet.</summary>
internal sealed record OpenedRepository(GitRepository Git) : RepositoryLookup;

/// <summary>There is no repository: the dates in the file are the only history.</summary>
internal sealed record NoRepository : RepositoryLookup;

/// <summary>There is a repository but its history cannot be read, so rules that need history are not evaluated.</summary>
/// <param name="Reason">Includes the remedy.</param>
internal sealed record UnreadableRepository(string Reason) : RepositoryLookup;

/// <summary>A repository with a working tree. Other files of this folder extend it with one question to git each.</summary>
/// <remarks>
/// Paths are relative to the top level, with slashes. Unless stated otherwise, members throw <see cref="GitException"/> when git fails.
/// </remarks>
internal sealed class GitRepository
{
    /// <summary>Why rules that need history are not evaluated in a shallow clone.</summary>
    public const string ShallowReason = "shallow clone: fetch with depth 0";

    /// <summary>The number of paths from which git would take longer to compare them than to print what has one of their names.</summary>
    private const int ManyPaths = 50;

    private const string Bare = "bare repository: it has no working files; run in a clone that has them";

    private readonly GitPlace place;

    internal GitRepository(GitPlace start, string gitFolder, string topLevel, bool isShallow)
    {
        // Later questions are about exactly the repository that the first one found.
        place = start with
        {
            Folder = topLevel,
            Environment = new(start.Environment) { ["GIT_DIR"] = gitFolder, ["GIT_WORK_TREE"] = topLevel },
        };
        TopLevel = topLevel;
        CacheFolder = Path.Join(gitFolder, "kaizen");
        IsShallow = isShallow;
        CommitsOfHead = new(() => [.. this.Commits(Head!)]);
    }

    /// <summary>The root of the working tree; absolute, with slashes on every system, symbolic links resolved.</summary>
    public string TopLevel { get; }

    /// <summary>The folder for a cache; absolute, may not exist. Equals <c>git rev-parse --git-path kaizen</c>: each linked worktree has its own.</summary>
    public string CacheFolder { get; }

    public bool IsShallow { get; }

    /// <summary>The checked-out commit; null before the first commit.</summary>
    public string? Head { get; init; }

    /// <summary>The checked-out commit and its ancestors, mostly newest first. There must be a commit.</summary>
    public Lazy<ImmutableArray<DatedCommit>> CommitsOfHead { get; }

    /// <summary>The former names of renamed files by question to git; see <see cref="Git.Renames"/>.</summary>
    internal ConcurrentDictionary<string, Lazy<Dictionary<string, string>>> Renames { get; } =
        new(StringComparer.Ordinal);

    /// <summary>The full branch name, <c>refs/heads/main</c>; <c>HEAD</c> when detached, null before the first commit.</summary>
    public string? Branch { get; init; }

    /// <summary>Opens the repository that contains a folder; does not throw. Starts git once.</summary>
    /// <param name="program">Null when git is not installed.</param>
    /// <param name="folder">Absolute.</param>
    /// <param name="environment">The user's environment variables.</param>
    /// <param name="inheritsRepository">
    /// Whether the folder is the working folder, so that variables such as <c>GIT_DIR</c>, which git sets for its hooks,
    /// refer to its repository.
    /// </param>
    public static RepositoryLookup Open(
        GitProgram? program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        bool inheritsRepository
    )
    {
        var gitEnvironment = GitEnvironment.From(environment, inheritsRepository);
        if (program is null)
        {
            return ShouldExist(folder, gitEnvironment)
                ? new UnreadableRepository(
                    "git is not on the PATH; install it, or use the dates in the file with `--no-history`"
                )
                : new NoRepository();
        }

        try
        {
            return Open(new GitPlace(program, folder, gitEnvironment));
        }
        catch (GitException error)
        {
            return new UnreadableRepository(error.Reason);
        }
    }

    /// <summary>Starts git to print the contents of files.</summary>
    public Blobs OpenBlobs() => new(this);

    /// <summary>Reads the contents of files; see <see cref="Blobs.ReadAll"/>.</summary>
    public Dictionary<string, byte[]?> ReadTexts(ImmutableDictionary<string, string> ids, long maxBytes)
    {
        if (ids.IsEmpty)
        {
            return [];
        }

        using var blobs = OpenBlobs();
        return blobs.ReadAll(ids, maxBytes);
    }

    /// <summary>Returns the size in bytes of the largest of some contents; 0 for none.</summary>
    public long LargestOf(IEnumerable<string> ids)
    {
        var requests = Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => $"{ObjectId.Checked(id)}\n")));
        return requests.Length == 0
            ? 0
            : AskWith(requests, "cat-file", "--batch-check=%(objectsize)")
                .OrThrow(this)
                .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Max(size =>
                    long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0
                );
    }

    internal GitCommand Start(params ReadOnlySpan<string> arguments) => GitCommand.Start(place, arguments);

    /// <summary>Starts git with patterns for paths, in which <c>*</c> matches any text.</summary>
    internal GitCommand StartWithPatterns(params ReadOnlySpan<string> arguments) =>
        GitCommand.StartWithPatterns(place, arguments);

    /// <summary>Starts git to print some files. For many, it gets patterns for their names, and may print more files.</summary>
    internal GitCommand StartFor(ImmutableArray<string> paths, params ReadOnlySpan<string> arguments) =>
        AreMany(paths)
            ? StartWithPatterns([.. arguments, "--", .. NamePatterns(paths)])
            : Start([.. arguments, "--", .. paths]);

    /// <summary>Whether git would take long to compare paths with all of these.</summary>
    internal static bool AreMany(ImmutableArray<string> paths) => paths.Length >= ManyPaths;

    internal GitAnswer Ask(params ReadOnlySpan<string> arguments) => GitCommand.Ask(place, [], arguments);

    internal GitAnswer AskWith(ReadOnlySpan<byte> input, params ReadOnlySpan<string> arguments) =>
        GitCommand.Ask(place, input, arguments);

    /// <summary>Explains why git failed.</summary>
    internal GitException Failure(string name, int exitCode, string errorText)
    {
        var isMissing =
            errorText.Contains("bad object", StringComparison.Ordinal)
            || errorText.Contains("missing", StringComparison.Ordinal)
            || errorText.Contains("unable to read", StringComparison.Ordinal);
        return new GitException(
            isMissing && IsPartialClone()
                ? GitFailure.Partial(GitFailure.MainLine(errorText))
                : GitFailure.Reason(name, exitCode, errorText)
        );
    }

    /// <summary>Explains why an object is missing.</summary>
    internal GitException Missing(string id)
    {
        var what = $"object {id} is missing";
        return new GitException(IsPartialClone() ? GitFailure.Partial(what) : GitFailure.Damaged(what));
    }

    private bool IsPartialClone()
    {
        var answer = Ask("config", "--get-regexp", @"^(remote\..*\.promisor|extensions\.partialclone)$");
        return answer.ExitCode == 0 && answer.Output.Length > 0;
    }

    private static RepositoryLookup Open(GitPlace place)
    {
        // Git prints an unknown option unchanged. It separates paths, which may contain line breaks.
        var separator = $"--{Guid.NewGuid():N}";
        // What may fail comes last: a bare repository has no top level, and there is no HEAD before the first commit.
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
        if (
            parts[0].Split('\n', 3)
                is not [("true" or "false") and var isBare, ("true" or "false") and var isShallow, var gitFolder]
            || !Path.IsPathFullyQualified(gitFolder)
        )
        {
            return NotFound(place, answer);
        }

        if (isBare == "true")
        {
            return new UnreadableRepository(Bare);
        }

        if (parts.Length < 3)
        {
            return new UnreadableRepository(
                answer.ErrorText.Contains("must be run in a work tree", StringComparison.Ordinal)
                    ? "the folder is inside the git folder; run in the working tree"
                    : GitFailure.Reason(answer.Name, answer.ExitCode, answer.ErrorText)
            );
        }

        var head = parts[2].Split('\n');
        var hasCommit = answer.ExitCode == 0 && head.Length == 3 && ObjectId.IsValid(head[0]);
        var git = new GitRepository(place, gitFolder, parts[1], isShallow == "true")
        {
            Head = hasCommit ? head[0] : null,
            Branch = hasCommit ? head[1] : null,
        };
        return hasCommit ? new OpenedRepository(git) : WithoutHead(git);
    }

    /// <summary>Distinguishes a branch without commits from a damaged one.</summary>
    private static RepositoryLookup WithoutHead(GitRepository git)
    {
        var log = git.Ask("log", "-1", "--format=");
        return log.ErrorText.Contains("does not have any commits yet", StringComparison.Ordinal)
            ? new OpenedRepository(git)
            : new UnreadableRepository(
                log.ExitCode == 0
                    ? GitFailure.Unexpected(log.Name)
                    : GitFailure.Reason(log.Name, log.ExitCode, log.ErrorText)
            );
    }

    private static RepositoryLookup NotFound(GitPlace place, GitAnswer answer)
    {
        if (answer.ExitCode == 0)
        {
            return new UnreadableRepository(GitFailure.Unexpected(answer.Name));
        }

        if (!answer.ErrorText.Contains("not a git repository (or any", StringComparison.Ordinal))
        {
            return new UnreadableRepository(GitFailure.Reason(answer.Name, answer.ExitCode, answer.ErrorText));
        }

        return ShouldExist(place.Folder, place.Environment)
            ? new UnreadableRepository(".git is not a repository, or it is damaged; repair it or clone again")
            : new NoRepository();
    }

    private static bool ShouldExist(string folder, Dictionary<string, string> environment) =>
        environment.ContainsKey("GIT_DIR") || RepositoryFolder.Above(folder) is not null;

    /// <summary>Returns patterns for the names of files in any folder. They may match more files.</summary>
    private static IEnumerable<string> NamePatterns(ImmutableArray<string> paths) =>
        paths
            .Select(path => path[(path.LastIndexOf('/') + 1)..])
            .Distinct(StringComparer.Ordinal)
            .Select(name => "*" + string.Concat(name.Select(c => c is '*' or '?' or '[' or '\\' ? $"\\{c}" : $"{c}")));
}
