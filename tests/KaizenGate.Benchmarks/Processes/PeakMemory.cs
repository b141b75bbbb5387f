using System.Globalization;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The most memory that a program holds, by GNU time.</summary>
internal static class PeakMemory
{
    private const string GnuTime = "/usr/bin/time";

    /// <summary>The peak of one run's resident memory in bytes; null where there is no GNU time.</summary>
    public static long? Of(Contestant contestant, string folder)
    {
        if (!File.Exists(GnuTime))
        {
            return null;
        }

        var report = Path.Combine(folder, "peak.txt");
        var timed = contestant with
        {
            Path = GnuTime,
            Arguments = ["-f", "%M", "-o", report, contestant.Path, .. contestant.Arguments],
        };
        timed.Run(folder);
        return 1024 * long.Parse(File.ReadAllText(report), CultureInfo.InvariantCulture);
    }
}
