using KaizenGate.Benchmarks.Processes;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>The time of the report in addition to reading a cached history: five years of a team, about 1,000 improvements.</summary>
internal static class ReportComparison
{
    private const int Commits = 22_500;
    private const int BacklogCommits = 3_050;
    private const int Weeks = 261;
    private const int Rounds = 21;

    /// <returns>Always 0.</returns>
    /// <param name="toolPath">The native program; null publishes it first.</param>
    /// <param name="folder">The folder of the repository, which is generated if missing; null for a temporary folder.</param>
    /// <param name="output">Receives the table.</param>
    public static int Run(string? toolPath, string? folder, TextWriter output)
    {
        var temporary = Directory.CreateTempSubdirectory("kaizen-benchmarks-").FullName;
        try
        {
            var tool = toolPath ?? new Contestants(temporary).PublishTool();
            var repository = Path.Combine(folder ?? temporary, $"history-{BacklogCommits}");
            if (!Directory.Exists(repository))
            {
                HistoryGenerator.Generate(repository, Commits, BacklogCommits);
            }

            Contestant Tool(string name, params string[] arguments) =>
                new(name, tool, [.. arguments, "--as-of", $"{BacklogGenerator.AsOf:yyyy-MM-dd}"]) { HighestExit = 1 };

            string[] years = ["--weeks", $"{Weeks}"];
            var timings = Interleaved.Measure(
                [
                    Tool("check", "check"),
                    Tool("report", ["report", .. years]),
                    Tool("report --format json", ["report", "--format", "json", .. years]),
                    Tool("report --format html, 52 weeks", "report", "--format", "html"),
                    Tool("report --format html", ["report", "--format", "html", .. years]),
                ],
                Rounds,
                repository
            );
            output.WriteLine("| program | elapsed ms | more than check | processor ms | KB |");
            output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (var timing in timings)
            {
                var size = System.Text.Encoding.UTF8.GetByteCount(timing.Contestant.Run(repository).Output);
                output.WriteLine(
                    $"| {timing.Contestant.Name} | {timing.Elapsed.TotalMilliseconds:F1} "
                        + $"| {(timing.Elapsed - timings[0].Elapsed).TotalMilliseconds:F1} "
                        + $"| {timing.Processor?.TotalMilliseconds:F1} | {size / 1e3:F0} |"
                );
            }

            return 0;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
