using KaizenGate.Core.History.Git;
using KaizenGate.Core.Masking;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts reverts, fixes after fixes, and old comments such as TODO in the history of a repository.</summary>
/// <param name="git">The repository.</param>
/// <param name="today">The last day.</param>
internal sealed class GitMiner(GitRepository git, DateOnly today)
{
    /// <summary>A year: enough for a comparison of before and after.</summary>
    private const int MinedDays = 364;

    /// <summary>The days within which a revert, or a fix after another one, belongs to it.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>So many fixes of one file within <see cref="Soon"/> belong together.</summary>
    private const int SpiralFixes = 3;

    /// <summary>Mines the commits and the comments.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public void Mine(MinedSignals signals)
    {
        if (git.Head is not { } head)
        {
            signals.Scanned.Add("0 commits");
            return;
        }

        var commits = CommitLog.Read(git, head, today.AddDays(-MinedDays));
        foreach (var commit in commits)
        {
            signals.Observe(SignalSources.Git, commit.Day);
        }

        Reverts(commits, signals);
        FixesAfterFixes(commits, signals);
        signals.Scanned.Add(Wording.Amount(commits.Length, "commit"));
        OldComments.Mine(git, head, today, signals);
        if (git.IsShallow)
        {
            signals.Remarks.Add("the clone is shallow, so older commits are missing; fetch with depth 0");
        }
    }

    /// <summary>A revert of a commit within a week. One that was reverted itself does not count.</summary>
    private static void Reverts(ImmutableArray<MinedCommit> commits, MinedSignals signals)
    {
        var byId = commits.DistinctBy(commit => commit.Id).ToDictionary(commit => commit.Id, StringComparer.Ordinal);
        var undone = commits.Select(commit => commit.Reverted).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            if (
                commit.Reverted is { } id
                && !undone.Contains(commit.Id)
                && byId.TryGetValue(id, out var target)
                && target.Reverted is null
                && commit.At - target.At <= Soon
                && commit.Files.GroupBy(Component, StringComparer.Ordinal).MaxBy(group => group.Count()) is { } most
            )
            {
                signals.Add(SignalRule.Reverted, Shown(most.Key), commit.Day, 1, TimeSpan.Zero, commit.Id);
            }
        }
    }

    /// <summary>Three fixes of one file within a week, and those that follow within a week of the last.</summary>
    private static void FixesAfterFixes(ImmutableArray<MinedCommit> commits, MinedSignals signals)
    {
        var fixes = commits
            .Where(commit => commit.IsFix)
            .SelectMany(commit => commit.Files, (commit, file) => (File: file, Commit: commit))
            .GroupBy(one => one.File, one => one.Commit, StringComparer.Ordinal);
        foreach (var file in fixes)
        {
            ImmutableArray<MinedCommit> ordered = [.. file.OrderBy(commit => commit.At)];
            for (var start = 0; start < ordered.Length; )
            {
                var end = start + 1;
                while (
                    end < ordered.Length
                    && ordered[end].At - ordered[end - 1].At <= Soon
                    && (end < SpiralFixes + start ? ordered[end].At - ordered[start].At <= Soon : true)
                )
                {
                    end++;
                }

                if (end - start < SpiralFixes)
                {
                    start++;
                    continue;
                }

                foreach (var fix in ordered[start..end])
                {
                    signals.Add(SignalRule.FixedAgain, Shown(file.Key), fix.Day, 1, TimeSpan.Zero, fix.Id);
                }

                start = end;
            }
        }
    }

    /// <summary>The top two folders of a file.</summary>
    private static string Component(string file) =>
        file.Split('/') is [var first, var second, _, ..] ? $"{first}/{second}"
        : file.Split('/') is [var only, _] ? only
        : file;

    /// <summary>A path as it is stored and shown.</summary>
    internal static string Shown(string path) => Escaping.VisibleText.Cut(MaskedText.Of(path), 200);
}
