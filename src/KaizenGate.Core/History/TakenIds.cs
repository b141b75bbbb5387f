using System.Buffers.Text;
using System.Text;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>The ids in other versions of a backlog: in the index, and on local and remote-tracking branches.</summary>
internal sealed class TakenIds
{
    private readonly Task<ImmutableArray<ReadOnlyMemory<byte>>> versions;

    private TakenIds(Task<ImmutableArray<ReadOnlyMemory<byte>>> versions) => this.versions = versions;

    /// <summary>Starts to search the other versions in the background.</summary>
    /// <param name="backlog">The path of the backlog; absolute.</param>
    /// <param name="archive">The path of its archive; absolute, may not exist.</param>
    /// <param name="environment">The user's environment variables.</param>
    public static TakenIds Search(string backlog, string archive, IReadOnlyDictionary<string, string> environment)
    {
        var path = RealPath.Of(backlog);
        var folder = Path.GetDirectoryName(path)!;
        if (RepositoryFolder.Above(folder) is null || GitProgram.Find(environment) is not { } program)
        {
            return new TakenIds(Task.FromResult(ImmutableArray<ReadOnlyMemory<byte>>.Empty));
        }

        ImmutableArray<string> names = [Path.GetFileName(path)];
        if (Path.GetDirectoryName(archive) == folder)
        {
            names = names.Add(Path.GetFileName(archive));
        }

        var place = new GitPlace(program, folder, GitEnvironment.From(environment, inheritsRepository: true));
        return new TakenIds(Task.Run(() => OtherVersions.Of(place, names)));
    }

    /// <summary>Returns the largest number of an id with a prefix; 0 when there is none.</summary>
    /// <param name="prefix">ASCII, in any case.</param>
    /// <param name="mostDigits">Longer numbers are ignored.</param>
    public int Largest(string prefix, int mostDigits)
    {
        var bytes = Encoding.ASCII.GetBytes(prefix);
        return versions
            .GetAwaiter()
            .GetResult()
            .Select(version => Largest(TextFile.AsUtf8(version.Span), bytes, mostDigits))
            .DefaultIfEmpty()
            .Max();
    }

    private static int Largest(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix, int mostDigits)
    {
        var largest = 0;
        var first = prefix[0];
        var (upper, lower) = ((byte)char.ToUpperInvariant((char)first), (byte)char.ToLowerInvariant((char)first));
        for (int next; (next = text.IndexOfAny(upper, lower)) >= 0; text = text[(next + 1)..])
        {
            var digits = text[next..];
            if (digits.Length < prefix.Length || !Ascii.EqualsIgnoreCase(digits[..prefix.Length], prefix))
            {
                continue;
            }

            digits = digits[prefix.Length..];
            var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            digits = end < 0 ? digits : digits[..end];
            if (digits.Length <= mostDigits && Utf8Parser.TryParse(digits, out int number, out _))
            {
                largest = Math.Max(largest, number);
            }
        }

        return largest;
    }
}
