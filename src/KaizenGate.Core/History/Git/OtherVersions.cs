using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The versions of files that stand elsewhere than in the working folder.</summary>
internal static class OtherVersions
{
    /// <summary>So many branches, the newest first, are looked at; more would be felt.</summary>
    private const int MostBranches = 64;

    /// <summary>So many versions are fetched sooner than git tells which of them are the same.</summary>
    private const int FewVersions = 8;

    /// <summary>The contents of files in the index and on the local and remote-tracking branches.</summary>
    /// <param name="place">Where git is started: the folder of the files.</param>
    /// <param name="names">The names of the files in that folder. One with a line break is passed over: git takes one to a line.</param>
    /// <returns>None when there is nothing that git could look at.</returns>
    public static ImmutableArray<ReadOnlyMemory<byte>> Of(GitPlace place, ImmutableArray<string> names)
    {
        try
        {
            // It gets ready while another git lists the branches.
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

    /// <summary>Where versions may be, as git names such places.</summary>
    private static List<string> Versions(GitPlace place, IEnumerable<string> names)
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
        return [.. names.SelectMany(name => commits.Select(commit => $"{commit}:./{name}").Prepend($":./{name}"))];
    }

    /// <summary>The ids of the different contents.</summary>
    private static List<string> Different(GitPlace place, List<string> versions) =>
        [
            .. GitCommand
                .Ask(place, Lines(versions), "cat-file", "--batch-check", "--buffer")
                .Text.Split('\n')
                .Select(line => line.Split(' '))
                .Where(words => words is [var id, "blob", _] && ObjectId.IsOne(id))
                .Select(words => words[0])
                .Distinct(),
        ];

    private static byte[] Lines(List<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n')));

    /// <summary>Takes one content after the other, as far as they are there, and passes over what is missing or no file.</summary>
    private static ImmutableArray<ReadOnlyMemory<byte>> Contents(GitAnswer answer)
    {
        var contents = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        for (var rest = answer.Output; rest.Span.IndexOf((byte)'\n') is > 0 and var end; )
        {
            var isThere = ObjectHeader.TryRead(rest.Span[..end], out var header);
            rest = rest[(end + 1)..];
            if (!isThere)
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

            rest = rest[(size + 1)..]; // A line break follows each.
        }

        return contents.ToImmutable();
    }
}
