using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>A commit with its date.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Seconds">The committer date in seconds since 1970, UTC.</param>
internal readonly record struct DatedCommit(string Commit, long Seconds)
{
    /// <summary>Whether it is the excluded commit, or another parent of a commit that is not excluded.</summary>
    public bool IsBoundary { get; init; }

    /// <summary>Whether it has several parents; false when they were not asked for.</summary>
    public bool IsMerge { get; init; }
}

internal static class CommitReader
{
    private const string Name = "rev-list";

    /// <summary>
    /// Reads a commit and its ancestors, mostly newest first, while git prints them. Dispose the enumerator early to stop git.
    /// </summary>
    /// <param name="git">The repository.</param>
    /// <param name="head">The commit.</param>
    /// <param name="exclude">
    /// A commit that is left out with all its ancestors; null for none. If it is an ancestor, it is returned as boundary.
    /// </param>
    public static IEnumerable<DatedCommit> Commits(this GitRepository git, string head, string? exclude = null)
    {
        string[] range = exclude is null
            ? [ObjectId.Checked(head)]
            : ["--boundary", ObjectId.Checked(head), $"^{ObjectId.Checked(exclude)}"];
        using var command = git.Start([Name, "--timestamp", "--parents", .. range, "--"]);
        var isCommit = exclude is not null;
        foreach (var commit in Read(git, command))
        {
            isCommit = true;
            yield return commit;
        }

        ThrowUnless(isCommit, head);
    }

    /// <summary>Returns the commits without parents, among them the oldest commits of a shallow clone.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableHashSet<string> Roots(this GitRepository git, string head) =>
        [
            .. git.Ask(Name, "--max-parents=0", ObjectId.Checked(head), "--")
                .OrThrow(git)
                .Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>
    /// Reads a commit and its ancestors along the first parents, while git prints them. Dispose the enumerator early to stop git.
    /// </summary>
    public static IEnumerable<DatedCommit> FirstParents(this GitRepository git, string head)
    {
        using var command = git.Start(Name, "--first-parent", "--timestamp", ObjectId.Checked(head), "--");
        var isCommit = false;
        foreach (var commit in Read(git, command))
        {
            isCommit = true;
            yield return commit;
        }

        ThrowUnless(isCommit, head);
    }

    /// <summary>Whether a commit or its ancestors, up to an excluded one, changed one of some files.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static bool HasChanges(this GitRepository git, string head, string exclude, ImmutableArray<string> paths) =>
        git.Ask([Name, "-1", "--full-history", ObjectId.Checked(head), $"^{ObjectId.Checked(exclude)}", "--", .. paths])
            .OrThrow(git)
            .Output.Length > 0;

    private static IEnumerable<DatedCommit> Read(GitRepository git, GitCommand command)
    {
        command.CloseInput();
        var lines = new PrintedOutput(git, Name, command, (byte)'\n');
        while (Read(lines) is { } commit)
        {
            yield return commit;
        }
    }

    /// <summary>In a damaged repository, the id of a commit can be that of something else, of which git prints nothing.</summary>
    private static void ThrowUnless(bool isCommit, string head)
    {
        if (!isCommit)
        {
            throw new GitException(GitFailure.Damaged($"object {head} is not a commit"));
        }
    }

    /// <summary>Reads "seconds commit parents", with a dash before the id of a boundary and spaces between the parents.</summary>
    private static DatedCommit? Read(PrintedOutput lines)
    {
        if (!lines.Next(out var line))
        {
            return null;
        }

        if (!Utf8Parser.TryParse(line, out long seconds, out var used) || used == line.Length || line[used] != ' ')
        {
            throw lines.Unexpected();
        }

        var isBoundary = line[(used + 1)..].StartsWith("-"u8);
        var ids = line[(used + (isBoundary ? 2 : 1))..];
        var end = ids.IndexOf((byte)' ');
        var id = end < 0 ? ids : ids[..end];
        return ObjectId.IsValid(id)
            ? new DatedCommit(Encoding.ASCII.GetString(id), seconds)
            {
                IsBoundary = isBoundary,
                IsMerge = ids.Count((byte)' ') > 1,
            }
            : throw lines.Unexpected();
    }
}
