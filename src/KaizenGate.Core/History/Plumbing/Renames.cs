using System.Text;

namespace KaizenGate.History.Plumbing;

/// <summary>Follows a file to the name that it had before.</summary>
internal static class Renames
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string? SourceOf(Git git, string commit, string? firstParent, string path)
    {
        if (firstParent is null)
        {
            return null;
        }

        var answer = git.Ask(
                "diff-tree",
                "-r",
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
                ObjectId.Checked(firstParent),
                ObjectId.Checked(commit),
                "--"
            )
            .OrThrow(git);
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
