using System.Collections.Immutable;
using System.Diagnostics;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>A program with its arguments, and its name in the table.</summary>
internal sealed record Contestant(string Name, string Path, ImmutableArray<string> Arguments)
{
    /// <summary>Runs before each run, not included in its time.</summary>
    public Action? Before { get; init; }

    /// <summary>The highest exit code that is not an error: 1 for a gate that may fail.</summary>
    public int HighestExit { get; init; }

    /// <summary>Runs it once.</summary>
    /// <exception cref="InvalidOperationException">It failed, so it cannot be compared.</exception>
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
/// <param name="Elapsed">The time from start to end.</param>
/// <param name="Processor">The CPU time; null if the system does not provide it.</param>
/// <param name="Output">The standard output.</param>
internal sealed record Run(TimeSpan Elapsed, TimeSpan? Processor, string Output);
