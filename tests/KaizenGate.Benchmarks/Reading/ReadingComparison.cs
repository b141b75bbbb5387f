using System.Collections.Immutable;
using System.Diagnostics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Benchmarks.Reading;

/// <summary>Compares what the reader finds in a folder of files with what a person found there.</summary>
/// <param name="account">Returns what the reader did not read and says so.</param>
internal sealed class ReadingComparison(
    string folder,
    Func<Backlog, IEnumerable<UnreadEntry>> account,
    TextWriter output
)
{
    /// <summary>Prints the score of each file and of all.</summary>
    /// <param name="only">The numbers of the files; empty for all.</param>
    /// <param name="isVerbose">Whether to list what was missed and what was read wrongly.</param>
    /// <returns>Always 0.</returns>
    public int Run(IReadOnlyCollection<string> only, bool isVerbose)
    {
        var scores = new List<FileScore>();
        foreach (var (number, labels) in LabelledFile.ReadAll(folder))
        {
            if (only.Count == 0 || only.Contains(number))
            {
                var score = Score(labels);
                scores.Add(score);
                ReadingTable.Write(output, number, score);
                if (isVerbose)
                {
                    ReadingTable.WriteDetails(output, score);
                }
            }
        }

        ReadingTable.WriteTotals(output, scores);
        return 0;
    }

    /// <summary>Reads a file and compares it with its labels.</summary>
    public FileScore Score(LabelledFile labels)
    {
        var path = Path.Combine(folder, "files", labels.File);
        return FileScore.Of(labels, Read(path), File.ReadAllLines(path));
    }

    private ReadFile Read(string path)
    {
        try
        {
            var file = SourceFile.Named(path);
            BacklogReader.ReadFile(file, ReadingOptions.Default); // The first time includes compilation.
            var clock = Stopwatch.StartNew();
            var backlog = BacklogReader.ReadFile(file, ReadingOptions.Default);
            return new ReadFile(backlog.Improvements, [.. account(backlog)], clock.Elapsed);
        }
        catch (InputException unreadable)
        {
            output.WriteLine($"{path}: {unreadable.Message}");
            return new ReadFile([], [], TimeSpan.Zero);
        }
    }
}
