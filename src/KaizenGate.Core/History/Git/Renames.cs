using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Follows a file to the name that it had before.</summary>
internal static class Renames
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly string[] Options =
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

    public static string? SourceOf(GitRepository git, string commit, string? firstParent, string path) =>
        firstParent is null
            ? null
            : Find(
                git.Ask(["diff-tree", "-r", .. Options, ObjectId.Checked(firstParent), ObjectId.Checked(commit), "--"])
                    .OrThrow(git),
                path
            );

    public static string? StagedSourceOf(GitRepository git, string head, string path) =>
        Find(git.Ask(["diff-index", "--cached", .. Options, ObjectId.Checked(head), "--"]).OrThrow(git), path);

    private static string? Find(GitAnswer answer, string path)
    {
        var wanted = Encoding.UTF8.GetBytes(path);
        var rest = answer.Output.Span;
        while (!rest.IsEmpty)
        {
            if (!RawEntry.TryRead(Part(ref rest), out var entry))
            {
                throw new GitException(GitFailure.Garbled(answer.Name));
            }

            var source = Part(ref rest);
            if (Part(ref rest).SequenceEqual(wanted))
            {
                return entry.OldBlob is null ? null : Text(source);
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

    /// <summary>A name that is not UTF-8 could not be asked for again.</summary>
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
