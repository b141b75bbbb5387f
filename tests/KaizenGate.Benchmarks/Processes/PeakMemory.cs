using System.Globalization;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The most memory that a program holds, by GNU time.</summary>
internal static class PeakMemory
{
    private const string GnuTime = "/usr/bin/time";

    /// <summary>
    /// The peak of one run's resident memory in bytes, of the program itself or of one that it started, whichever held more; null where
    /// there is no GNU time.
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

            // An exit status above 0 has a line of its own before the figure.
            return 1024 * long.Parse(File.ReadAllLines(report)[^1], CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(report);
        }
    }
}
