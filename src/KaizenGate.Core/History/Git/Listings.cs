using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.History.Git;

internal static class Listings
{
    /// <summary>The index flag of <c>git add --intent-to-add</c>.</summary>
    private const int IntentToAdd = 1 << 29;

    /// <summary>Returns the blob ids of the regular files of a commit, by path.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public static ImmutableDictionary<string, string> FilesAt(
        this GitRepository git,
        string commit,
        ImmutableArray<string> paths
    ) =>
        paths.IsEmpty
            ? ImmutableDictionary<string, string>.Empty
            : Regular(
                git.Ask(["ls-tree", "-r", "-z", "--full-tree", ObjectId.Checked(commit), "--", .. paths]).OrThrow(git),
                new FilePaths(paths),
                id: 2,
                stage: null
            );

    /// <summary>Returns the blob ids of the staged regular files, by path; without files that are only intended to be added.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    /// <exception cref="InputException">A file is in conflict.</exception>
    public static ImmutableDictionary<string, string> StagedFiles(this GitRepository git, ImmutableArray<string> paths)
    {
        if (paths.IsEmpty)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        using var command = git.StartFor(paths, "ls-files", "--stage", "-z", "--full-name");
        var files = Regular(command.Answer([]).OrThrow(git), new FilePaths(paths), id: 1, stage: 2);
        // A file that is only intended to be added looks like an empty one.
        return files.RemoveRange(
            files.Where(file => ObjectId.IsEmptyBlob(file.Value) && IsIntended(git, file.Key)).Select(file => file.Key)
        );
    }

    /// <summary>Reads entries of three words, a tab and the path.</summary>
    /// <param name="answer">The listing.</param>
    /// <param name="paths">The requested files.</param>
    /// <param name="id">The position of the blob id among the words.</param>
    /// <param name="stage">The position of the stage; null when there is none.</param>
    private static ImmutableDictionary<string, string> Regular(GitAnswer answer, FilePaths paths, int id, int? stage)
    {
        var files = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var rest = answer.Output.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)0);
            var tab = rest.IndexOf((byte)'\t');
            if (tab < 0 || end < tab)
            {
                throw new GitException(GitFailure.Unexpected(answer.Name));
            }

            var words = Encoding.ASCII.GetString(rest[..tab]).Split(' ');
            var path = paths.Find(rest[(tab + 1)..end]);
            rest = rest[(end + 1)..];
            if (words.Length != 3)
            {
                throw new GitException(GitFailure.Unexpected(answer.Name));
            }

            if (path is null || !words[0].StartsWith("100", StringComparison.Ordinal))
            {
                continue;
            }

            if (stage is { } at && words[at] != "0")
            {
                throw new InputException(
                    new InputError($"{Quote.Of(path)} is in conflict", "Resolve the conflict and stage the result.")
                );
            }

            files[path] = ObjectId.IsValid(words[id])
                ? words[id]
                : throw new GitException(GitFailure.Unexpected(answer.Name));
        }

        return files.ToImmutable();
    }

    private static bool IsIntended(GitRepository git, string path)
    {
        var text = git.Ask("ls-files", "--debug", "-z", "--full-name", "--", path).OrThrow(git).Text;
        var start = text.LastIndexOf("flags: ", StringComparison.Ordinal);
        return start >= 0
            && int.TryParse(
                text.AsSpan(start + "flags: ".Length).TrimEnd(),
                System.Globalization.NumberStyles.HexNumber,
                null,
                out var flags
            )
            && (flags & IntentToAdd) != 0;
    }
}

/// <summary>
/// The files that git was asked for; recognizes them in its output without allocating strings. A path that ends with a slash asks for
/// all files below that folder.
/// </summary>
internal sealed class FilePaths
{
    private readonly Dictionary<ulong, List<(byte[] Encoded, string Path)>> paths = [];

    private readonly List<byte[]> folders = [];

    public FilePaths(ImmutableArray<string> paths)
    {
        foreach (var path in paths)
        {
            var encoded = Encoding.UTF8.GetBytes(path);
            if (path.EndsWith('/'))
            {
                folders.Add(encoded);
                continue;
            }

            ref var equal = ref CollectionsMarshal.GetValueRefOrAddDefault(
                this.paths,
                XxHash64.HashToUInt64(encoded),
                out _
            );
            (equal ??= new(1)).Add((encoded, path));
        }
    }

    /// <summary>Returns the path with these UTF-8 bytes; null when it was not asked for.</summary>
    public string? Find(ReadOnlySpan<byte> printed)
    {
        if (paths.TryGetValue(XxHash64.HashToUInt64(printed), out var equal))
        {
            foreach (var (encoded, path) in equal)
            {
                if (printed.SequenceEqual(encoded))
                {
                    return path;
                }
            }
        }

        foreach (var folder in folders)
        {
            if (printed.StartsWith(folder))
            {
                return Encoding.UTF8.GetString(printed);
            }
        }

        return null;
    }
}
