using System.Text;

namespace KaizenGate.Core.History.Git;

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

    /// <summary>Returns the file that a commit renamed to <paramref name="path"/>; null when the file is new there.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? RenameSource(this GitRepository git, string commit, string firstParent, string path) =>
        Find(
            git.Ask(["diff-tree", "-r", .. Options, ObjectId.Checked(firstParent), ObjectId.Checked(commit), "--"])
                .OrThrow(git),
            path
        );

    /// <summary>Returns the files that a commit renamed to one of some paths, compared with each of its parents, with the new paths.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableArray<(string Path, string Former)> RenameSources(
        this GitRepository git,
        string commit,
        ImmutableArray<string> paths
    )
    {
        var answer = git.Ask(["diff-tree", "-r", "-m", "--no-commit-id", .. Options, ObjectId.Checked(commit), "--"])
            .OrThrow(git);
        return [.. paths.SelectMany(path => All(answer, path).Distinct().Select(source => (path, source)))];
    }

    /// <summary>Returns the file that is staged as renamed to <paramref name="path"/>; null when it is new, or before the first commit.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static string? StagedRenameSource(this GitRepository git, string path) =>
        git.Head is { } head
            ? Find(git.Ask(["diff-index", "--cached", .. Options, ObjectId.Checked(head), "--"]).OrThrow(git), path)
            : null;

    private static string? Find(GitAnswer answer, string path) => All(answer, path).FirstOrDefault();

    private static List<string> All(GitAnswer answer, string path)
    {
        var sources = new List<string>();
        var wanted = Encoding.UTF8.GetBytes(path);
        var rest = answer.Output.Span;
        while (!rest.IsEmpty)
        {
            if (!RawEntry.TryRead(Part(ref rest), out var entry))
            {
                throw new GitException(GitFailure.Unexpected(answer.Name));
            }

            var source = Part(ref rest);
            if (Part(ref rest).SequenceEqual(wanted) && entry.OldBlob is not null && Text(source) is { } text)
            {
                sources.Add(text);
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

    /// <summary>A name that is not UTF-8 could not be passed to git again.</summary>
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
