using System.Text;

namespace KaizenGate.Core.History.Git;

internal static class OtherVersions
{
    /// <summary>The number of branches searched, newest first; more would cause a noticeable delay.</summary>
    private const int MaxBranches = 64;

    /// <summary>Up to this number of versions, fetching all is faster than first asking git which are equal.</summary>
    private const int FewVersions = 8;

    /// <summary>Returns the contents of files in the index and on local and remote-tracking branches; empty when git fails.</summary>
    /// <param name="place">Git in the folder of the files.</param>
    /// <param name="names">The file names; one with a line break is ignored, because git reads one name per line.</param>
    public static ImmutableArray<ReadOnlyMemory<byte>> Of(GitPlace place, ImmutableArray<string> names)
    {
        try
        {
            // It starts up while another git lists the branches.
            using var printer = GitCommand.Start(place, "cat-file", "--batch", "--buffer");
            var versions = Versions(place, names.Where(name => !name.AsSpan().ContainsAny('\n', '\0')));
            if (versions.Count > FewVersions)
            {
                versions = Different(place, versions);
            }

            return versions.Count == 0 ? [] : Contents(printer.Answer(Lines(versions)));
        }
        catch (GitException)
        {
            return [];
        }
    }

    /// <summary>The revisions at which the files may exist, as git names them.</summary>
    private static List<string> Versions(GitPlace place, IEnumerable<string> names)
    {
        var refs = GitCommand.Ask(
            place,
            [],
            "for-each-ref",
            "--format=%(objectname)",
            "--sort=-committerdate",
            $"--count={MaxBranches}",
            "refs/heads",
            "refs/remotes"
        );
        var commits = refs.Text.Split('\n').Where(id => ObjectId.IsValid(id)).Distinct().ToList();
        return [.. names.SelectMany(name => commits.Select(commit => $"{commit}:./{name}").Prepend($":./{name}"))];
    }

    /// <summary>The ids of the distinct contents.</summary>
    private static List<string> Different(GitPlace place, List<string> versions) =>
        [
            .. GitCommand
                .Ask(place, Lines(versions), "cat-file", "--batch-check", "--buffer")
                .Text.Split('\n')
                .Select(line => line.Split(' '))
                .Where(words => words is [var id, "blob", _] && ObjectId.IsValid(id))
                .Select(words => words[0])
                .Distinct(),
        ];

    private static byte[] Lines(List<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n')));

    /// <summary>Splits the output into contents. Skips what is missing or not a file, and stops at a truncated content.</summary>
    private static ImmutableArray<ReadOnlyMemory<byte>> Contents(GitAnswer answer)
    {
        var contents = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        for (var rest = answer.Output; rest.Span.IndexOf((byte)'\n') is > 0 and var end; )
        {
            var isFound = ObjectHeader.TryRead(rest.Span[..end], out var header);
            rest = rest[(end + 1)..];
            if (!isFound)
            {
                continue;
            }

            if (header.Size >= rest.Length)
            {
                break;
            }

            var size = (int)header.Size;
            if (header.IsBlob)
            {
                contents.Add(rest[..size]);
            }

            rest = rest[(size + 1)..]; // Skips the line break after it.
        }

        return contents.ToImmutable();
    }
}
