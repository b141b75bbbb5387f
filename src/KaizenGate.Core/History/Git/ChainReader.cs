using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>A commit of a first-parent chain.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Seconds">The committer date in seconds since 1970, UTC.</param>
internal readonly record struct ChainLink(string Commit, long Seconds);

internal static class ChainReader
{
    private const string Name = "rev-list";

    /// <summary>Reads the first-parent chain of a commit, newest first, while git prints it. Dispose the enumerator early to stop git.</summary>
    public static IEnumerable<ChainLink> Chain(this GitRepository git, string head)
    {
        using var command = git.Start(Name, "--first-parent", "--timestamp", ObjectId.Checked(head), "--");
        command.CloseInput();
        var lines = new PrintedOutput(git, Name, command, (byte)'\n');
        while (Link(lines) is { } link)
        {
            yield return link;
        }
    }

    /// <summary>Reads "seconds commit".</summary>
    private static ChainLink? Link(PrintedOutput lines)
    {
        if (!lines.Next(out var line))
        {
            return null;
        }

        if (
            !Utf8Parser.TryParse(line, out long seconds, out var used)
            || used == line.Length
            || line[used] != ' '
            || !ObjectId.IsValid(line[(used + 1)..])
        )
        {
            throw lines.Unexpected();
        }

        return new ChainLink(Encoding.ASCII.GetString(line[(used + 1)..]), seconds);
    }
}
