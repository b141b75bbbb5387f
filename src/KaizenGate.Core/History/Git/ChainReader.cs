using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>A commit of a first-parent chain.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="FirstParent">Null for the first one of all, and for the oldest one of a shallow clone.</param>
/// <param name="Seconds">The committer's date, in seconds since 1970 in UTC.</param>
internal readonly record struct ChainLink(string Commit, string? FirstParent, long Seconds);

/// <summary>Reads the first-parent chain.</summary>
internal static class ChainReader
{
    private const string Name = "rev-list";

    public static IEnumerable<ChainLink> Read(GitRepository git, string head)
    {
        using var command = git.Start(Name, "--first-parent", "--parents", "--timestamp", ObjectId.Checked(head), "--");
        command.CloseInput();
        var lines = new PrintedOutput(git, Name, command, (byte)'\n');
        ChainLink? before = null;
        while (Link(lines, before?.FirstParent) is { } link)
        {
            yield return link;
            before = link;
        }
    }

    /// <summary>Reads "seconds commit first-parent other-parents".</summary>
    private static ChainLink? Link(PrintedOutput lines, string? expected)
    {
        if (!lines.Next(out var line))
        {
            return null;
        }

        if (!Utf8Parser.TryParse(line, out long seconds, out var used) || used == line.Length || line[used] != ' ')
        {
            throw lines.Garbled();
        }

        var rest = line[(used + 1)..];
        var commit = Word(ref rest);
        var parent = Word(ref rest);
        if (!ObjectId.IsOne(commit) || (!parent.IsEmpty && !ObjectId.IsOne(parent)))
        {
            throw lines.Garbled();
        }

        // Each line names its commit as the parent of the line before: one text is enough for both.
        return new ChainLink(
            expected is not null && Ascii.Equals(commit, expected) ? expected : Encoding.ASCII.GetString(commit),
            parent.IsEmpty ? null : Encoding.ASCII.GetString(parent),
            seconds
        );
    }

    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)' ');
        var word = length < 0 ? rest : rest[..length];
        rest = length < 0 ? [] : rest[(length + 1)..];
        return word;
    }
}
