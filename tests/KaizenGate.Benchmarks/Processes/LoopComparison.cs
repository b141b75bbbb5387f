using System.Collections.Immutable;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>
/// The time of working with the backlog: editing one of 200 improvements, planning with 10,000 open ones,
/// and the additional time of a commit with the hook.
/// </summary>
internal sealed class LoopComparison(string tool, string folder, TextWriter output)
{
    private const int Rounds = 21;
    private const string File = "IMPROVEMENTS.md";
    private const string Other = "other.txt";

    private int changes;

    /// <returns>Always 0.</returns>
    /// <param name="toolPath">The native program; null publishes it first.</param>
    /// <param name="output">Receives the tables.</param>
    public static int Run(string? toolPath, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-benchmarks-").FullName;
        try
        {
            var tool = toolPath ?? new Contestants(folder).PublishTool();
            Environment.SetEnvironmentVariable("KAIZEN_AS_OF", $"{BacklogGenerator.AsOf:yyyy-MM-dd}");
            // The hook looks for the program there.
            Environment.SetEnvironmentVariable(
                "PATH",
                $"{Path.GetDirectoryName(tool)}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"
            );
            new LoopComparison(tool, folder, output).Compare();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Compare()
    {
        var repository = Repository("loop", BacklogGenerator.Generate(200));
        var head = Git("rev-parse", "HEAD");
        Print(
            "200 improvements",
            Interleaved.Measure(
                [
                    head,
                    Tool("list"),
                    Edit(repository, "add", "Sort the shelves", "--impact", "5", "--effort", "5"),
                    Edit(repository, "done", "IMP-00002", "--hours", "2", "--measured", "p95 30 s -> 5 s"),
                ],
                Rounds,
                repository
            )
        );

        var open = Repository("plan", Open(BacklogGenerator.Generate(10_000)));
        Print("10,000 open improvements", Interleaved.Measure([head, Tool("plan")], Rounds, open));

        Tool("hook", "install").Run(repository);
        Print(
            "a commit of the backlog",
            Interleaved.Measure([Commit(repository, File, "--no-verify"), Commit(repository, File)], Rounds, repository)
        );
        Print(
            "a commit of something else",
            Interleaved.Measure(
                [Commit(repository, Other, "--no-verify"), Commit(repository, Other)],
                Rounds,
                repository
            )
        );
    }

    private string Repository(string name, string backlog)
    {
        var repository = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        System.IO.File.WriteAllText(Path.Combine(repository, File), backlog);
        Git("init", "--quiet").Run(repository);
        Git("config", "user.name", "Benchmark").Run(repository);
        Git("config", "user.email", "benchmark@example.org").Run(repository);
        Git("add", "--", File).Run(repository);
        Git("commit", "--quiet", "--message", "Begin").Run(repository);
        return repository;
    }

    private static string Open(string backlog) =>
        string.Join(
            '\n',
            backlog
                .Split('\n')
                .Where(line => !line.StartsWith("- **Completed:**", StringComparison.Ordinal))
                .Select(line =>
                    line.StartsWith("- **Status:**", StringComparison.Ordinal) ? "- **Status:** To Do"
                    : line.StartsWith("## Completed", StringComparison.Ordinal) ? "## Medium Priority"
                    : line
                )
        );

    private Contestant Edit(string repository, params string[] arguments) =>
        Tool(arguments) with
        {
            Before = () => Git("checkout", "--quiet", "--", File).Run(repository),
        };

    private Contestant Commit(string repository, string file, params string[] options) =>
        Git(["commit", "--quiet", "--message", "Change", .. options]) with
        {
            Before = () =>
            {
                var path = Path.Combine(repository, file);
                var text = System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : "";
                System.IO.File.WriteAllText(path, text.TrimEnd() + $"\n\n<!-- change {++changes} -->\n");
                Git("add", "--", file).Run(repository);
            },
        };

    private void Print(string title, ImmutableArray<Timing> timings)
    {
        output.WriteLine($"\n{title}, medians of {Rounds} interleaved runs\n");
        output.WriteLine("| program | elapsed ms | more, per turn (95%) | processor ms | more |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var timing in timings)
        {
            output.WriteLine(
                $"| {timing.Contestant.Name} | {timing.Elapsed.TotalMilliseconds:F1} "
                    + $"| {timing.More.Median.TotalMilliseconds:F1} "
                    + $"({timing.More.Least.TotalMilliseconds:F1} to {timing.More.Most.TotalMilliseconds:F1}) "
                    + $"| {timing.Processor?.TotalMilliseconds:F1} "
                    + $"| {(timing.Processor - timings[0].Processor)?.TotalMilliseconds:F1} |"
            );
        }
    }

    private Contestant Tool(params string[] arguments) => new($"dotnet-kaizen {arguments[0]}", tool, [.. arguments]);

    private static Contestant Git(params string[] arguments) =>
        new($"git {arguments[0]} {arguments[^1]}", "git", [.. arguments]);
}
