using System.Globalization;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The peak memory of a program, measured by GNU time.</summary>
internal static class PeakMemory
{
    private const string GnuTime = "/usr/bin/time";

    /// <summary>
    /// The peak resident memory of a run in bytes, of the program or one of its child processes; null if
    /// GNU time is not installed.
    /// </summary>
    public static long? Of(Contestant contestant, string folder)
    {
        if (!File.Exists(GnuTime))
        {
            return null;
        }

        var report = Path.Combine(Path.GetTempPath(), $"kaizen-peak-{Path.GetRandomFileName()}");
        var timed = contestant with
        {
            Path = GnuTime,
            Arguments = ["-f", "%M", "-o", report, contestant.Path, .. contestant.Arguments],
        };
        try
        {
            timed.Run(folder);

            // An exit code above 0 adds a line before the figure.
            return 1024 * long.Parse(File.ReadAllLines(report)[^1], CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(report);
        }
    }
}
