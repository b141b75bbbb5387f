using System.Globalization;
using System.Text;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts comments such as TODO that are over half a year old, by file. Their text is not kept.</summary>
internal static class OldComments
{
    private const int OldDays = 180;
    private const int LeastInFile = 3;

    /// <summary>Git reads the history of each file; the files with most comments are looked at.</summary>
    private const int MostFiles = 20;

    private const int MostLines = 50;

    /// <exception cref="GitException">Git failed.</exception>
    public static void Mine(GitRepository git, string head, DateOnly today, MinedSignals signals)
    {
        var answer = git.Ask(
            "grep",
            "-n",
            "-z",
            "-I",
            "-w",
            "--no-color",
            "--no-recurse-submodules",
            "-e",
            "TODO",
            "-e",
            "FIXME",
            "-e",
            "HACK",
            "-e",
            "XXX",
            ObjectId.Checked(head),
            "--"
        );
        // 1 means that nothing was found.
        var places = answer.ExitCode == 1 ? [] : Places(answer.OrThrow(git).Text, head);
        var files = places
            .Where(place => CommitLog.IsWritten(place.File))
            .GroupBy(place => place.File, place => place.Line, StringComparer.Ordinal)
            .Where(file => file.Count() >= LeastInFile)
            .OrderByDescending(file => file.Count())
            .ThenBy(file => file.Key, StringComparer.Ordinal)
            .Take(MostFiles);
        foreach (var file in files)
        {
            var old = Old(git, head, file.Key, [.. file.Take(MostLines)], today);
            if (old >= LeastInFile)
            {
                signals.Add(SignalRule.Todo, GitMiner.Shown(file.Key), today, old, TimeSpan.Zero, "now");
            }
        }
    }

    /// <summary>Reads <c>head:file NUL line NUL text</c>.</summary>
    private static IEnumerable<(string File, int Line)> Places(string text, string head)
    {
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split('\0', 3);
            if (
                parts is [var name, var number, _]
                && name.StartsWith($"{head}:", StringComparison.Ordinal)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            )
            {
                yield return (name[(head.Length + 1)..], at);
            }
        }
    }

    private static int Old(GitRepository git, string head, string file, ImmutableArray<int> lines, DateOnly today)
    {
        var answer = git.Ask([
            "blame",
            "--line-porcelain",
            .. lines.SelectMany(line => new[] { "-L", $"{line},{line}" }),
            ObjectId.Checked(head),
            "--",
            file,
        ]);
        var limit = today.AddDays(-OldDays);
        return answer.ExitCode != 0
            ? 0
            : Encoding
                .UTF8.GetString(answer.Output.Span)
                .Split('\n')
                .Where(line => line.StartsWith("author-time ", StringComparison.Ordinal))
                .Count(line =>
                    long.TryParse(line.AsSpan(12), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                    && DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime) <= limit
                );
    }
}
