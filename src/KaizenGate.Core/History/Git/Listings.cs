using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.History.Git;

/// <summary>Lists the files of a commit and of the index.</summary>
internal static class Listings
{
    /// <summary>The bit with which the index marks a file that is only intended to be added.</summary>
    private const int IntentToAdd = 1 << 29;

    public static ImmutableDictionary<string, string> Tree(
        GitRepository git,
        string commit,
        ImmutableArray<string> paths
    ) =>
        paths.IsEmpty
            ? ImmutableDictionary<string, string>.Empty
            : Regular(
                git.Ask(["ls-tree", "-z", "--full-tree", ObjectId.Checked(commit), "--", .. paths]).OrThrow(git),
                new FilePaths(paths),
                id: 2,
                stage: null
            );

    public static ImmutableDictionary<string, string> Index(GitRepository git, ImmutableArray<string> paths)
    {
        if (paths.IsEmpty)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var files = Regular(
            git.Ask(["ls-files", "--stage", "-z", "--full-name", "--", .. paths]).OrThrow(git),
            new FilePaths(paths),
            id: 1,
            stage: 2
        );
        // A file that is only intended to be added looks like an empty one.
        return files.RemoveRange(
            files.Where(file => ObjectId.IsEmptyBlob(file.Value) && IsIntended(git, file.Key)).Select(file => file.Key)
        );
    }

    /// <summary>Reads entries of three words, a tab and the path.</summary>
    /// <param name="answer">The listing.</param>
    /// <param name="paths">What was asked for.</param>
    /// <param name="id">Which word is the blob.</param>
    /// <param name="stage">Which word is the stage; only the index has one.</param>
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
                throw new GitException(GitFailure.Garbled(answer.Name));
            }

            var words = Encoding.ASCII.GetString(rest[..tab]).Split(' ');
            var path = paths.Find(rest[(tab + 1)..end]);
            rest = rest[(end + 1)..];
            if (words.Length != 3)
            {
                throw new GitException(GitFailure.Garbled(answer.Name));
            }

            if (path is null || !words[0].StartsWith("100", StringComparison.Ordinal))
            {
                continue;
            }

            if (stage is { } at && words[at] != "0")
            {
                throw new InputException(
                    new InputError($"{Quote.Of(path)} is in conflict", "Resolve it first, and stage the result.")
                );
            }

            files[path] = ObjectId.IsOne(words[id])
                ? words[id]
                : throw new GitException(GitFailure.Garbled(answer.Name));
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
