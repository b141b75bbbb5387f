using System.Globalization;
using System.Text;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Agents;

/// <summary>Compares a working tree with its state at the start of a session.</summary>
/// <param name="git">The repository.</param>
/// <param name="backlogs">The paths of backlogs and their archives, relative to the root with slashes.</param>
internal sealed class WorkReader(GitRepository git, IReadOnlySet<string> backlogs)
{
    /// <summary>The number of files whose sizes and times are compared; of more, only the names are.</summary>
    private const int MostFiles = 2_000;

    private static readonly string[] Markdown = [".md", ".markdown", ".mdx"];

    /// <summary>Describes the working tree as it is now.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public WorkMark Mark() => new(RealPath.Of(Path.GetFullPath(git.TopLevel)), git.Head, DirtyHash());

    /// <summary>Compares it with its state at the start of a session.</summary>
    /// <param name="before">That state.</param>
    /// <param name="start">When it began.</param>
    /// <param name="minReasonWords">The minimum number of words in a reason.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public WorkChange Since(WorkMark before, DateTimeOffset start, int minReasonWords)
    {
        var own = git.Head is { } head && head != before.Head ? git.CommittedSince(before.Head, head, start) : [];
        var reason =
            !own.IsEmpty && before.Head is { } first
                ? git.Reasons(first, git.Head!)
                    .NoCapture.FirstOrDefault(text => WrittenReason.Words(text) >= minReasonWords)
                : null;
        return new(own.Any(Counts) || DirtyHash() != before.Dirty, reason);
    }

    private string DirtyHash()
    {
        var state = new StringBuilder();
        var count = 0;
        foreach (var (status, path) in git.Dirty().Where(one => Counts(one.Path)))
        {
            state.Append(status).Append(path).Append('\0');
            if (count++ < MostFiles && new FileInfo(Path.Join(git.TopLevel, path)) is { Exists: true } file)
            {
                state.Append(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}\0");
            }
        }

        return SessionKey.Of(state.ToString());
    }

    private bool Counts(string path) =>
        !backlogs.Contains(path) && !Markdown.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
