using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>What a commit did to one file, compared with its first parent.</summary>
/// <param name="Path">The file.</param>
/// <param name="OldBlob">The content before; null when there was no regular file.</param>
/// <param name="NewBlob">The content after; null when there is no regular file any more.</param>
internal readonly record struct BlobChange(string Path, string? OldBlob, string? NewBlob);

/// <summary>A commit that changed files that were asked for.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="FirstParent">Null for the first one of all, and for the oldest one of a shallow clone.</param>
/// <param name="Seconds">The committer's date, in seconds since 1970 in UTC.</param>
/// <param name="Files">At least one.</param>
internal sealed record CommitChanges(
    string Commit,
    string? FirstParent,
    long Seconds,
    ImmutableArray<BlobChange> Files
);

/// <summary>Reads the changes of files along the first-parent chain.</summary>
internal static class ChangeReader
{
    private const string Name = "log";

    /// <summary>They say in full what a user's configuration may say otherwise, and start no program.</summary>
    private static readonly string[] Options =
    [
        Name,
        "--first-parent",
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

    public static IEnumerable<CommitChanges> Read(
        GitRepository git,
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
        using var command = git.Start([.. Options, .. range, "--", .. paths]);
        command.CloseInput();
        var parts = new PrintedOutput(git, Name, command, 0);
        var files = new FilePaths(paths);
        CommitChanges? current = null;
        var changes = ImmutableArray.CreateBuilder<BlobChange>();
        while (Part(parts, files, changes, out var next))
        {
            if (next is null)
            {
                continue;
            }

            if (current is not null && changes.Count > 0)
            {
                yield return current with
                {
                    Files = changes.ToImmutable(),
                };
            }

            changes.Clear();
            current = next;
        }

        if (current is not null && changes.Count > 0)
        {
            yield return current with
            {
                Files = changes.ToImmutable(),
            };
        }
    }

    /// <summary>Reads the next commit, or the next change of the current one.</summary>
    private static bool Part(
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
            next = Commit(part) ?? throw parts.Garbled();
            return true;
        }

        if (!RawEntry.TryRead(part, out var entry) || !parts.Next(out var path))
        {
            throw parts.Garbled();
        }

        // Where a folder had the name that the file has now, its files come as well.
        if (files.Find(path) is { } file && (entry.OldBlob ?? entry.NewBlob) is not null)
        {
            changes.Add(new BlobChange(file, entry.OldBlob, entry.NewBlob));
        }

        return true;
    }

    /// <summary>Reads "commit seconds first-parent other-parents".</summary>
    private static CommitChanges? Commit(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOf((byte)' ');
        if (
            digits < 0
            || !ObjectId.IsOne(text[..digits])
            || !Utf8Parser.TryParse(text[(digits + 1)..], out long seconds, out var used)
        )
        {
            return null;
        }

        var parents = text[(digits + 1 + used)..].TrimStart((byte)' ');
        var parent = parents.Length <= digits ? parents : parents[..digits];
        return parent.IsEmpty || ObjectId.IsOne(parent)
            ? new CommitChanges(
                Encoding.ASCII.GetString(text[..digits]),
                parent.IsEmpty ? null : Encoding.ASCII.GetString(parent),
                seconds,
                []
            )
            : null;
    }
}
