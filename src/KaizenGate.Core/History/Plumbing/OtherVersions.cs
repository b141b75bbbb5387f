using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.History.Plumbing;

/// <summary>The versions of files that stand elsewhere than in the working folder.</summary>
internal static class OtherVersions
{
    /// <summary>So many branches, the newest first, are looked at; more would be felt.</summary>
    private const int MostBranches = 64;

    /// <summary>The different contents of files in the index and on the local and remote-tracking branches.</summary>
    /// <param name="place">Where git is started: the folder of the files.</param>
    /// <param name="names">The names of the files in that folder. One with a line break is passed over: git takes one to a line.</param>
    /// <returns>None when there is nothing that git could look at.</returns>
    public static ImmutableArray<ReadOnlyMemory<byte>> Of(GitPlace place, ImmutableArray<string> names)
    {
        try
        {
            var blobs = Blobs(place, names.Where(name => !name.AsSpan().ContainsAny('\n', '\0')));
            return blobs.Count == 0
                ? []
                : Contents(GitCommand.Ask(place, Lines(blobs), "cat-file", "--batch", "--buffer"));
        }
        catch (GitException)
        {
            return [];
        }
    }

    private static HashSet<string> Blobs(GitPlace place, IEnumerable<string> names)
    {
        var refs = GitCommand.Ask(
            place,
            [],
            "for-each-ref",
            "--format=%(objectname)",
            "--sort=-committerdate",
            $"--count={MostBranches}",
            "refs/heads",
            "refs/remotes"
        );
        var commits = refs.Text.Split('\n').Where(id => ObjectId.IsOne(id)).Distinct().ToList();
        var files = names.SelectMany(name => commits.Select(commit => $"{commit}:./{name}").Prepend($":./{name}"));
        var answer = GitCommand.Ask(place, Lines(files), "cat-file", "--batch-check", "--buffer");
        return
        [
            .. answer
                .Text.Split('\n')
                .Select(line => line.Split(' '))
                .Where(words => words is [var id, "blob", _] && ObjectId.IsOne(id))
                .Select(words => words[0]),
        ];
    }

    private static byte[] Lines(IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n')));

    /// <summary>Takes "id blob size", the content and a line break, one after the other, as far as they are there.</summary>
    private static ImmutableArray<ReadOnlyMemory<byte>> Contents(GitAnswer answer)
    {
        var contents = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        for (var rest = answer.Output; rest.Span.IndexOf((byte)'\n') is > 0 and var end; )
        {
            var sizeAt = rest.Span[..end].LastIndexOf((byte)' ') + 1;
            rest = rest[sizeAt..];
            if (
                !Utf8Parser.TryParse(rest.Span, out int size, out var digits)
                || digits != end - sizeAt
                || size > rest.Length - digits - 2
            )
            {
                break;
            }

            contents.Add(rest.Slice(digits + 1, size));
            rest = rest[(digits + size + 2)..];
        }

        return contents.ToImmutable();
    }
}
