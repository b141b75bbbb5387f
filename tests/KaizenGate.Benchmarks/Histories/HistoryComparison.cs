using System.Collections.Immutable;
using KaizenGate.Benchmarks.Processes;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>Compares the gate on a repository with a long history with git itself, and prints the tables.</summary>
internal sealed class HistoryComparison(string tool, TextWriter output)
{
    private const int ColdRounds = 5;
    private const int CachedRounds = 21;

    /// <summary>Lists and prints all revisions of the backlogs ($1), as any reader of a history must.</summary>
    private const string PrintRevisions =
        "git log --first-parent --raw --no-abbrev --format= -- \"$1\" | cut -d ' ' -f 4 | git cat-file --batch --buffer";

    /// <returns>Always 0.</returns>
    /// <param name="toolPath">The native program; null publishes it first.</param>
    /// <param name="folder">The folder of the repositories, which are generated if missing; null for a temporary folder.</param>
    /// <param name="output">Receives the tables.</param>
    public static int Run(string? toolPath, string? folder, TextWriter output)
    {
        var temporary = Directory.CreateTempSubdirectory("kaizen-benchmarks-").FullName;
        try
        {
            var tool = toolPath ?? new Contestants(temporary).PublishTool();
            var comparison = new HistoryComparison(tool, output);
            foreach (var sample in HistorySample.All)
            {
                comparison.Compare(folder ?? temporary, sample);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private void Compare(string folder, HistorySample sample)
    {
        var repository = Path.Combine(folder, sample.Name);
        if (!Directory.Exists(repository))
        {
            sample.Generate(repository);
        }

        var cache = Path.Combine(repository, Git("rev-parse", "--git-path", "kaizen").Run(repository).Output.Trim());
        output.WriteLine($"{sample.Title}\n");
        output.WriteLine("| program | elapsed ms | ratio | processor ms | ratio | peak MB |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        Cold(repository, cache, sample.Pattern);
        Cached(repository, sample.Changed);
        output.WriteLine($"\nThe cache: {Size(cache) / 1e6:F1} MB\n");
    }

    private void Cold(string repository, string cache, string pattern)
    {
        var print = Shell("git prints all revisions", PrintRevisions + " > /dev/null", pattern);
        var pipe = Shell("the same through one more pipe", PrintRevisions + " | cat > /dev/null", pattern);
        var cold = Check("check, cold") with { Before = () => Forget(cache) };
        Print(Interleaved.Measure([print, pipe, cold], ColdRounds, repository), repository);
    }

    private void Cached(string repository, string changed)
    {
        Check("check").Run(repository);
        var head = Git("rev-parse", "HEAD");
        Print(Interleaved.Measure([head, Check("check, cached")], CachedRounds, repository), repository);

        // The situation of a hook: a staged change.
        var backlog = Path.Combine(repository, changed);
        File.WriteAllText(
            backlog,
            File.ReadAllText(backlog)
                .Replace("- **Status:** To Do", "- **Status:** In Progress", StringComparison.Ordinal)
                .Replace("- [ ] ", "- [/] ", StringComparison.Ordinal)
        );
        try
        {
            Git("add", "--", changed).Run(repository);
            var staged = Check("check --staged, cached", "--staged");
            var only = Check("check --staged --only-changed, cached", "--staged", "--only-changed");
            Print(Interleaved.Measure([head, staged, only], CachedRounds, repository), repository);
        }
        finally
        {
            Git("reset", "--hard", "--quiet").Run(repository);
        }
    }

    private void Print(ImmutableArray<Timing> timings, string repository)
    {
        var first = timings[0];
        foreach (var timing in timings)
        {
            output.WriteLine(
                $"| {timing.Contestant.Name} | {timing.Elapsed.TotalMilliseconds:F1} | {timing.Elapsed / first.Elapsed:F2} "
                    + $"| {timing.Processor?.TotalMilliseconds:F1} | {timing.Processor / first.Processor:F2} "
                    + $"| {PeakMemory.Of(timing.Contestant, repository) / 1e6:F1} |"
            );
        }
    }

    private Contestant Check(string name, params string[] options) =>
        new(name, tool, ["check", .. options, "--as-of", $"{BacklogGenerator.AsOf:yyyy-MM-dd}"]) { HighestExit = 1 };

    private static Contestant Git(params string[] arguments) =>
        new("git " + string.Join(' ', arguments), "git", [.. arguments]);

    private static Contestant Shell(string name, string script, string pattern) =>
        new(name, "sh", ["-c", script, "sh", pattern]);

    private static void Forget(string cache)
    {
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    private static long Size(string cache) =>
        Directory.Exists(cache) ? new DirectoryInfo(cache).EnumerateFiles().Sum(file => file.Length) : 0;
}
