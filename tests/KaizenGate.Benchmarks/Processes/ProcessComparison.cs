using System.Collections.Immutable;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>Compares processes as a hook or a build starts them, and prints the tables.</summary>
internal sealed class ProcessComparison(string folder, TextWriter output)
{
    private const int Rounds = 21;

    /// <summary>Large files take long enough for a few runs.</summary>
    private const int RoundsOfLargeFiles = 5;

    /// <returns>Always 0.</returns>
    /// <param name="toolPath">The native program; null publishes it first.</param>
    /// <param name="output">Receives the tables.</param>
    public static int Run(string? toolPath, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-benchmarks-").FullName;
        try
        {
            var contestants = new Contestants(folder);
            new ProcessComparison(folder, output).Compare(toolPath ?? contestants.PublishTool(), contestants);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Compare(string tool, Contestants contestants)
    {
        var backlog = Backlog(200);
        var hello = contestants.HelloWorld();
        var check = Contestants.Check(tool, backlog);
        var lint = contestants.MarkdownLint(backlog);
        ImmutableArray<Contestant> all = [check, hello, Contestants.Git, .. lint is null ? [] : new[] { lint }];
        Others(Interleaved.Measure(all, Rounds, folder));
        var large = Contestants.Check(tool, Backlog(100_000));
        Sizes(Contestants.Check(tool, Backlog(10_000)), large);
        Issues(Contestants.Check(tool, Backlog(10_000)), Contestants.Check(tool, Snapshot(10_000)));
        Edits(tool, large);
    }

    private void Others(ImmutableArray<Timing> timings)
    {
        output.WriteLine($"200 improvements, medians of {Rounds} interleaved runs\n");
        output.WriteLine("| program | elapsed ms | × check | processor ms | × check | peak MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var check = timings[0];
        foreach (var timing in timings)
        {
            output.WriteLine(
                $"| {timing.Contestant.Name} | {timing.Elapsed.TotalMilliseconds:F1} | {timing.Elapsed / check.Elapsed:F2} "
                    + $"| {timing.Processor?.TotalMilliseconds:F1} | {timing.Processor / check.Processor:F2} "
                    + $"| {PeakMemory.Of(timing.Contestant, folder) / 1e6:F1} |"
            );
        }
    }

    private void Sizes(Contestant small, Contestant large)
    {
        var timings = Interleaved.Measure([small, large], RoundsOfLargeFiles, folder);
        output.WriteLine($"\n10,000 and 100,000 improvements, medians of {RoundsOfLargeFiles} interleaved runs\n");
        output.WriteLine("| file MB | elapsed ms | ratio | processor ms | ratio | peak MB | peak ÷ file |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var timing in timings)
        {
            var size = new FileInfo(timing.Contestant.Arguments[1]).Length;
            var peak = PeakMemory.Of(timing.Contestant, folder);
            output.WriteLine(
                $"| {size / 1e6:F1} | {timing.Elapsed.TotalMilliseconds:F0} | {timing.Elapsed / timings[0].Elapsed:F1} "
                    + $"| {timing.Processor?.TotalMilliseconds:F0} | {timing.Processor / timings[0].Processor:F1} "
                    + $"| {peak / 1e6:F0} | {(double?)peak / size:F1} |"
            );
        }
    }

    /// <summary>Compares improvements in a tracker, as they were pulled, with the same ones in Markdown.</summary>
    private void Issues(Contestant markdown, Contestant issues)
    {
        var timings = Interleaved.Measure([markdown, issues with { HighestExit = 1 }], Rounds, folder);
        output.WriteLine($"\n10,000 improvements, medians of {Rounds} interleaved runs\n");
        output.WriteLine("| file | MB | elapsed ms | ratio | processor ms | ratio | peak MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var timing in timings)
        {
            var file = new FileInfo(timing.Contestant.Arguments[1]);
            output.WriteLine(
                $"| {file.Name} | {file.Length / 1e6:F1} "
                    + $"| {timing.Elapsed.TotalMilliseconds:F0} | {timing.Elapsed / timings[0].Elapsed:F2} "
                    + $"| {timing.Processor?.TotalMilliseconds:F0} | {timing.Processor / timings[0].Processor:F2} "
                    + $"| {PeakMemory.Of(timing.Contestant, folder) / 1e6:F0} |"
            );
        }
    }

    /// <summary>Compares the memory of edits with that of a check of the same file.</summary>
    private void Edits(string tool, Contestant check)
    {
        var file = check.Arguments[1];
        ImmutableArray<ImmutableArray<string>> edits =
        [
            ["add", "Cache the fonts", "--impact", "5", "--effort", "3"],
            ["start", "IMP-00001"],
            ["score", "IMP-00001", "--impact", "2", "--effort", "8"],
            ["done", "IMP-00001", "--hours", "1", "--measured", "p95=5 s"],
        ];
        var most = PeakMemory.Of(check, folder);
        output.WriteLine("\n| edit of 100,000 improvements | peak MB | ÷ check |");
        output.WriteLine("| --- | ---: | ---: |");
        foreach (var edit in edits)
        {
            var peak = PeakMemory.Of(new(edit[0], tool, [.. edit, "--dry-run", "--backlog", file]), folder);
            output.WriteLine($"| {edit[0]} | {peak / 1e6:F0} | {(double?)peak / most:F2} |");
        }
    }

    private string Snapshot(int count)
    {
        var path = Path.Combine(folder, $"issues-{count}.jsonl");
        IssueGenerator.Write(path, count);
        return path;
    }

    private string Backlog(int count)
    {
        var path = Path.Combine(folder, $"backlog-{count}.md");
        File.WriteAllText(path, BacklogGenerator.Generate(count));
        return path;
    }
}
