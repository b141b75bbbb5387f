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
        Find(git, ["diff-tree", "-r", .. Options, ObjectId.Checked(firstParent), ObjectId.Checked(commit), "--"], path);

    /// <summary>Returns the file that is staged as renamed to <paramref name="path"/>; null when it is new, or before the first commit.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? StagedRenameSource(this GitRepository git, string path) =>
        git.Head is { } head
            ? Find(git, ["diff-index", "--cached", .. Options, ObjectId.Checked(head), "--"], path)
            : null;

    /// <summary>Git prints all renames at once, so it is asked once for all paths.</summary>
    private static string? Find(GitRepository git, string[] question, string path) =>
        git
            .Renames.GetOrAdd(string.Join('\0', question), _ => new(() => SourcesIn(git.Ask(question).OrThrow(git))))
            .Value.GetValueOrDefault(path);

    /// <summary>Returns the former name of each file.</summary>
    private static Dictionary<string, string> SourcesIn(GitAnswer answer)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        var rest = answer.Output.Span;
        while (!rest.IsEmpty)
        {
            if (!RawEntry.TryRead(Part(ref rest), out var entry))
            {
                throw new GitException(GitFailure.Unexpected(answer.Name));
            }

            var (source, path) = (Source(entry, Part(ref rest)), Text(Part(ref rest)));
            if (source is not null && path is not null)
            {
                sources.TryAdd(path, source);
            }
        }

        return sources;
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        var part = length < 0 ? rest : rest[..length];
        rest = length < 0 ? [] : rest[(length + 1)..];
        return part;
    }

    /// <summary>Returns the former name in an entry; null if it was not a regular file, or if git could not be asked about the name.</summary>
    internal static string? Source(RawEntry entry, ReadOnlySpan<byte> path) =>
        entry.OldBlob is null ? null : Text(path);

    /// <summary>Returns a name; null for one that is not UTF-8, which could not be passed to git again.</summary>
    private static string? Text(ReadOnlySpan<byte> path)
    {
        try
        {
            return Strict.GetString(path);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
