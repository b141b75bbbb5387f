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
)
{
    /// <summary>Whether it may have renamed a file, because it removed one; true when only some of its changes were read.</summary>
    public bool MayRename { get; init; } = true;
}

internal static class ChangeReader
{
    private const string Name = "log";

    /// <summary>The maximum number of gits that read a history at the same time.</summary>
    private const int MostParts = 4;

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
    /// Reads the commits of a history without merges that changed one of many files, newest first. Git prints the changes of all files,
    /// because to compare the name of each file and folder would take it more than twice as long, and parts of a long history at the
    /// same time.
    /// </summary>
    /// <param name="git">The repository.</param>
    /// <param name="chain">All commits, each before its parent.</param>
    /// <param name="paths">The files.</param>
    /// <param name="least">The minimum number of commits that are worth a git of their own.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public static IEnumerable<CommitChanges> ChangesOfChain(
        this GitRepository git,
        IReadOnlyList<string> chain,
        ImmutableArray<string> paths,
        int least = 500
    )
    {
        var count = Math.Clamp(chain.Count / least, 1, Math.Min(Environment.ProcessorCount, MostParts));
        var parts = new List<CommitChanges>[count];
        var workers = new Workers();
        for (var i = 0; i < count; i++)
        {
            var part = i;
            workers.Start(() => parts[part] = ReadPart(part));
        }

        workers.Join();
        workers.ThrowIfFailed();
        return Linked(parts.SelectMany(commits => commits));

        List<CommitChanges> ReadPart(int part)
        {
            var newest = ObjectId.Checked(chain[chain.Count * part / count]);
            string[] range =
                part + 1 < count ? [newest, $"^{ObjectId.Checked(chain[chain.Count * (part + 1) / count])}"] : [newest];
            using var command = git.Start([.. Options, .. range, "--"]);
            return [.. Read(git, command, paths, isWhole: true).Where(commit => !commit.Files.IsEmpty)];
        }
    }

    /// <summary>Makes each commit the parent of the one before.</summary>
    private static IEnumerable<CommitChanges> Linked(IEnumerable<CommitChanges> commits)
    {
        CommitChanges? last = null;
        foreach (var commit in commits)
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

    /// <param name="git">The repository.</param>
    /// <param name="command">The running git.</param>
    /// <param name="paths">The files.</param>
    /// <param name="isWhole">Whether it prints the changes of all files.</param>
    private static IEnumerable<CommitChanges> Read(
        GitRepository git,
        GitCommand command,
        ImmutableArray<string> paths,
        bool isWhole = false
    )
    {
        command.CloseInput();
        var parts = new PrintedOutput(git, Name, command, 0);
        var files = new FilePaths(paths);
        CommitChanges? current = null;
        var changes = ImmutableArray.CreateBuilder<BlobChange>();
        var mayRename = !isWhole;
        for (var isMore = true; isMore; )
        {
            isMore = ReadPart(parts, files, changes, ref mayRename, out var next);
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
                    MayRename = mayRename,
                };
            }

            changes.Clear();
            mayRename = !isWhole;
            current = next;
        }
    }

    /// <summary>Reads the next commit, or the next change of the current one; false at the end.</summary>
    private static bool ReadPart(
        PrintedOutput parts,
        FilePaths files,
        ImmutableArray<BlobChange>.Builder changes,
        ref bool mayRename,
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

        mayRename |= entry is { OldBlob: not null, NewBlob: null };
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
