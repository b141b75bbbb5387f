using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The change of one file between a commit and one of its parents.</summary>
/// <param name="Path">The file.</param>
/// <param name="OldBlob">The id of the content before; null when there was no regular file.</param>
/// <param name="NewBlob">The id of the content after; null when there is no longer a regular file.</param>
internal readonly record struct BlobChange(string Path, string? OldBlob, string? NewBlob);

/// <summary>A commit that changed at least one of the requested files, or merges commits with different ancestors.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Parents">
/// The ids of its nearest ancestors that are also returned, or excluded. Empty when no ancestor had any of the files.
/// </param>
/// <param name="Seconds">The committer date in seconds since 1970, UTC.</param>
/// <param name="Files">The changes from each of its parents. A file without a change is equal in all of them.</param>
internal sealed record CommitChanges(
    string Commit,
    ImmutableArray<string> Parents,
    long Seconds,
    ImmutableArray<BlobChange> Files
);

internal static class ChangeReader
{
    private const string Name = "log";

    /// <summary>They override what a user may configure, and let git start no program.</summary>
    private static readonly string[] Options =
    [
        Name,
        "--full-history",
        "--parents",
        "-m",
        "--raw",
        "--no-abbrev",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-decorate",
        "--no-notes",
        "--encoding=UTF-8",
        "-O/dev/null",
        "--format=%H %ct %P",
    ];

    /// <summary>
    /// Reads the commits that changed one of some files, mostly newest first, while git prints them. The first one is a descendant
    /// of all others.
    /// </summary>
    /// <param name="git">The repository.</param>
    /// <param name="head">The newest commit.</param>
    /// <param name="exclude">An existing commit that is left out with all its ancestors; null for none.</param>
    /// <param name="paths">The files.</param>
    public static IEnumerable<CommitChanges> Changes(
        this GitRepository git,
        string head,
        string? exclude,
        ImmutableArray<string> paths
    )
    {
        if (paths.IsEmpty)
        {
            yield break;
        }

        if (exclude is null && GitRepository.AreMany(paths) && git.IsChain(head))
        {
            using var whole = git.Start([.. Options, ObjectId.Checked(head)]);
            foreach (var commit in Chain(Read(git, whole, paths)))
            {
                yield return commit;
            }

            yield break;
        }

        string[] range = exclude is null
            ? [ObjectId.Checked(head)]
            : [ObjectId.Checked(head), $"^{ObjectId.Checked(exclude)}"];
        using var command = git.StartFor(paths, [.. Options, .. range]);
        foreach (var commit in Read(git, command, paths))
        {
            yield return commit;
        }
    }

    /// <summary>
    /// Leaves the commits without a requested file out of a history without merges, which git prints in full: to compare the name of
    /// each file and folder would take it more than twice as long.
    /// </summary>
    private static IEnumerable<CommitChanges> Chain(IEnumerable<CommitChanges> commits)
    {
        CommitChanges? last = null;
        foreach (var commit in commits.Where(commit => !commit.Files.IsEmpty))
        {
            if (last is not null)
            {
                yield return last with
                {
                    Parents = [commit.Commit],
                };
            }

            last = commit;
        }

        if (last is not null)
        {
            yield return last with
            {
                Parents = [],
            };
        }
    }

    private static IEnumerable<CommitChanges> Read(GitRepository git, GitCommand command, ImmutableArray<string> paths)
    {
        command.CloseInput();
        var parts = new PrintedOutput(git, Name, command, 0);
        var files = new FilePaths(paths);
        CommitChanges? current = null;
        var changes = ImmutableArray.CreateBuilder<BlobChange>();
        for (var isMore = true; isMore; )
        {
            isMore = ReadPart(parts, files, changes, out var next);
            // Git repeats a merge for each parent from which it differs.
            if (isMore && (next is null || next.Commit == current?.Commit))
            {
                continue;
            }

            if (current is not null)
            {
                yield return current with
                {
                    Files = changes.ToImmutable(),
                };
            }

            changes.Clear();
            current = next;
        }
    }

    /// <summary>Reads the next commit, or the next change of the current one; false at the end.</summary>
    private static bool ReadPart(
        PrintedOutput parts,
        FilePaths files,
        ImmutableArray<BlobChange>.Builder changes,
        out CommitChanges? next
    )
    {
        next = null;
        if (!parts.Next(out var part))
        {
            return false;
        }

        part = part.TrimStart((byte)'\n');
        if (part.IsEmpty)
        {
            return true;
        }

        if (part[0] != ':')
        {
            next = Commit(part) ?? throw parts.Unexpected();
            return true;
        }

        if (!RawEntry.TryRead(part, out var entry) || !parts.Next(out var path))
        {
            throw parts.Unexpected();
        }

        // If a folder had the name of a requested file, git lists the files in it too.
        if (files.Find(path) is { } file && (entry.OldBlob ?? entry.NewBlob) is not null)
        {
            changes.Add(new BlobChange(file, entry.OldBlob, entry.NewBlob));
        }

        return true;
    }

    /// <summary>Reads "commit seconds parents", with spaces between the parents.</summary>
    private static CommitChanges? Commit(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOf((byte)' ');
        if (
            digits < 0
            || !ObjectId.IsValid(text[..digits])
            || !Utf8Parser.TryParse(text[(digits + 1)..], out long seconds, out var used)
        )
        {
            return null;
        }

        var parents = ImmutableArray.CreateBuilder<string>(1);
        for (var rest = text[(digits + 1 + used)..].Trim((byte)' '); !rest.IsEmpty; )
        {
            var parent = rest.Length <= digits ? rest : rest[..digits];
            if (!ObjectId.IsValid(parent))
            {
                return null;
            }

            parents.Add(Encoding.ASCII.GetString(parent));
            rest = rest[parent.Length..].TrimStart((byte)' ');
        }

        return new CommitChanges(Encoding.ASCII.GetString(text[..digits]), parents.DrainToImmutable(), seconds, []);
    }
}
