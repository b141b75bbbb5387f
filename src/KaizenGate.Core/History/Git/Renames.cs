using System.Text;

namespace KaizenGate.Core.History.Git;

internal static class Renames
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>They print renames only, with both names.</summary>
    internal static readonly string[] Options =
    [
        "-z",
        "-M",
        "-l1000",
        "--diff-filter=R",
        "--raw",
        "--no-abbrev",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "-O/dev/null",
    ];

    /// <summary>Returns the file that a commit renamed to <paramref name="path"/>; null when the file is new there.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? RenameSource(this GitRepository git, string commit, string firstParent, string path) =>
        Find(
            git.Ask(["diff-tree", "-r", .. Options, ObjectId.Checked(firstParent), ObjectId.Checked(commit), "--"])
                .OrThrow(git),
            path
        );

    /// <summary>Returns the file that is staged as renamed to <paramref name="path"/>; null when it is new, or before the first commit.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? StagedRenameSource(this GitRepository git, string path) =>
        git.Head is { } head
            ? Find(git.Ask(["diff-index", "--cached", .. Options, ObjectId.Checked(head), "--"]).OrThrow(git), path)
            : null;

    private static string? Find(GitAnswer answer, string path)
    {
        var wanted = Encoding.UTF8.GetBytes(path);
        var rest = answer.Output.Span;
        while (!rest.IsEmpty)
        {
            if (!RawEntry.TryRead(Part(ref rest), out var entry))
            {
                throw new GitException(GitFailure.Unexpected(answer.Name));
            }

            var source = Part(ref rest);
            if (Part(ref rest).SequenceEqual(wanted) && Source(entry, source) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        var part = length < 0 ? rest : rest[..length];
        rest = length < 0 ? [] : rest[(length + 1)..];
        return part;
    }

    /// <summary>Returns the former name in an entry; null if it was not a regular file, or if git could not be asked about the name.</summary>
    internal static string? Source(RawEntry entry, ReadOnlySpan<byte> path)
    {
        try
        {
            return entry.OldBlob is null ? null : Strict.GetString(path);
        }
        catch (DecoderFallbackException)
        {
            return null; // A name that is not UTF-8 could not be passed to git again.
        }
    }
}
