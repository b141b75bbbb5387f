using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History.Git;

/// <summary>A repository with working files. Each member is one question to git, answered with a value or null.</summary>
/// <remarks>
/// Paths are those of git: from the top level, with slashes. All questions but those that say otherwise throw
/// <see cref="GitException"/> when git cannot answer.
/// </remarks>
internal sealed class GitRepository
{
    /// <summary>Why a shallow clone cannot be judged.</summary>
    public const string ShallowReason = "shallow clone: fetch with depth 0";

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
    }

    /// <summary>The folder of the working files; absolute, with slashes on every system, no link on the way.</summary>
    public string TopLevel { get; }

    /// <summary>Where a cache may lie; absolute, need not exist. The same as <c>git rev-parse --git-path kaizen</c>: each linked worktree has its own.</summary>
    public string CacheFolder { get; }

    /// <summary>Whether the history was cut off when it was fetched; see <see cref="ShallowReason"/>.</summary>
    public bool IsShallow { get; }

    /// <summary>The commit that is checked out; null before the first one.</summary>
    public string? Head { get; init; }

    /// <summary>The branch in full, <c>refs/heads/main</c>; <c>HEAD</c> when none is checked out, null before the first commit.</summary>
    public string? Branch { get; init; }

    /// <summary>Opens the repository that a folder lies in; never throws for what is found there. Starts git once.</summary>
    /// <param name="program">Null when the machine has none.</param>
    /// <param name="folder">Absolute.</param>
    /// <param name="environment">That of the user.</param>
    /// <param name="inheritsRepository">
    /// Whether the folder is the working folder, so that variables such as <c>GIT_DIR</c>, which git sets for its hooks,
    /// are about its repository.
    /// </param>
    public static RepositoryLookup Open(
        GitProgram? program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        bool inheritsRepository
    ) => GitOpener.Open(program, folder, environment, inheritsRepository);

    /// <summary>The first-parent chain of a commit, newest first, as git walks it. Stop reading to stop git.</summary>
    public IEnumerable<ChainLink> Chain(string head) => ChainReader.Read(this, head);

    /// <summary>The commits of the first-parent chain that changed one of some files, newest first, as git finds them.</summary>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">A commit that is left out with all that lies before it; it has to be in the repository.</param>
    /// <param name="paths">The files; none have no changes.</param>
    public IEnumerable<CommitChanges> Changes(string head, string? exclude, ImmutableArray<string> paths) =>
        ChangeReader.Read(this, head, exclude, paths);

    /// <summary>The file that a commit renamed to this one; null when the file is new there.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="firstParent">Its first parent; null when it has none.</param>
    /// <param name="path">A file that it added.</param>
    public string? RenameSource(string commit, string? firstParent, string path) =>
        Renames.SourceOf(this, commit, firstParent, path);

    /// <summary>The file that what is staged renames to this one; null when it is new there, or before the first commit.</summary>
    /// <param name="path">A file that the checked out commit does not hold.</param>
    public string? StagedRenameSource(string path) =>
        Head is { } head ? Renames.StagedSourceOf(this, head, path) : null;

    /// <summary>Opens the contents of files.</summary>
    public Blobs OpenBlobs() => new(this);

    /// <summary>The blobs of files in a commit, by path. What is no regular file, or not there, is absent.</summary>
    public ImmutableDictionary<string, string> FilesAt(string commit, ImmutableArray<string> paths) =>
        Listings.Tree(this, commit, paths);

    /// <summary>The blobs of files as they are staged, by path. What is no regular file, not there, or only intended to be added is absent.</summary>
    /// <exception cref="InputException">A file is in conflict.</exception>
    public ImmutableDictionary<string, string> StagedFiles(ImmutableArray<string> paths) => Listings.Index(this, paths);

    /// <summary>Where git looks for the hooks of this repository.</summary>
    public HooksFolder Hooks() => HooksFolderFinder.Find(this);

    /// <summary>The commit at which the checked out branch left another revision.</summary>
    /// <param name="revision">As a user wrote it for <c>--since</c>.</param>
    /// <exception cref="InputException">It names no commit, or one without common history.</exception>
    public string MergeBase(string revision) => Revisions.MergeBase(this, revision);

    /// <summary>The reason in the newest trailer <c>Kaizen: none (reason)</c>, in any case, of the commits after a base; null when there is none.</summary>
    /// <param name="start">The base.</param>
    /// <param name="head">The newest commit.</param>
    public string? NoCaptureReason(string start, string head) => NoCaptureTrailer.Find(this, start, head);

    internal GitCommand Start(params ReadOnlySpan<string> arguments) => GitCommand.Start(place, arguments);

    internal GitAnswer Ask(params ReadOnlySpan<string> arguments) => GitCommand.Ask(place, [], arguments);

    internal GitAnswer AskWith(ReadOnlySpan<byte> input, params ReadOnlySpan<string> arguments) =>
        GitCommand.Ask(place, input, arguments);

    /// <summary>Why git failed.</summary>
    internal GitException Failure(string name, int status, string errorText) =>
        IsMissing(errorText) && IsPartial()
            ? new GitException(GitFailure.Partial(GitMessages.Last(errorText)))
            : new GitException(GitFailure.Reason(name, status, errorText));

    /// <summary>Why an object is not there.</summary>
    internal GitException Missing(string id)
    {
        var what = $"object {id} is missing";
        return new GitException(IsPartial() ? GitFailure.Partial(what) : GitFailure.Damaged(what));
    }

    private static bool IsMissing(string errorText) =>
        errorText.Contains("bad object", StringComparison.Ordinal)
        || errorText.Contains("missing", StringComparison.Ordinal)
        || errorText.Contains("unable to read", StringComparison.Ordinal);

    private bool IsPartial()
    {
        var answer = Ask("config", "--get-regexp", @"^(remote\..*\.promisor|extensions\.partialclone)$");
        return answer.Status == 0 && answer.Output.Length > 0;
    }
}
