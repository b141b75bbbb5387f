using System.Collections.Immutable;
using System.Diagnostics;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>A program with its arguments, and what it is called in the table.</summary>
internal sealed record Contestant(string Name, string Path, ImmutableArray<string> Arguments)
{
    /// <summary>What is done before each run, outside of its time.</summary>
    public Action? Before { get; init; }

    /// <summary>The highest exit status that is no failure: 1 for a gate that may be closed.</summary>
    public int HighestExit { get; init; }

    /// <summary>Runs it once, to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, so that what it did cannot be compared.</exception>
    public Run Run(string folder)
    {
        var start = new ProcessStartInfo(Path, Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Before?.Invoke();
        var before = ChildTime.Total();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = clock.Elapsed;
        return process.ExitCode >= 0 && process.ExitCode <= HighestExit
            ? new Run(elapsed, ChildTime.Total() - before, output)
            : throw new InvalidOperationException(
                $"{Name} exited with {process.ExitCode}:\n{output}{error.GetAwaiter().GetResult()}"
            );
    }
}

/// <summary>One run of a program.</summary>
/// <param name="Elapsed">From the start to the end, as somebody waits for it.</param>
/// <param name="Processor">The processor time it used; null where the system does not tell.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Run(TimeSpan Elapsed, TimeSpan? Processor, string Output);
