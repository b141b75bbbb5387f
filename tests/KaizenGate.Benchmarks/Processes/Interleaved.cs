using System.Collections.Immutable;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The medians of a program's runs.</summary>
/// <param name="Contestant">The program.</param>
/// <param name="Elapsed">Median of the time from start to end.</param>
/// <param name="Processor">Median of the processor time; null where the system does not tell.</param>
internal sealed record Timing(Contestant Contestant, TimeSpan Elapsed, TimeSpan? Processor);

/// <summary>Runs programs in turns (A B C, A B C …), so that whatever else the machine does falls on all of them alike.</summary>
internal static class Interleaved
{
    /// <summary>The medians of some rounds; a first one, which warms the disk's cache, is not counted.</summary>
    public static ImmutableArray<Timing> Measure(ImmutableArray<Contestant> contestants, int rounds, string folder)
    {
        var runs = contestants.Select(_ => new List<Run>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var at = 0; at < contestants.Length; at++)
            {
                var run = contestants[at].Run(folder);
                if (round > 0)
                {
                    runs[at].Add(run);
                }
            }
        }

        return
        [
            .. contestants.Select(
                (contestant, at) =>
                    new Timing(
                        contestant,
                        Median(runs[at].Select(run => run.Elapsed)),
                        runs[at].TrueForAll(run => run.Processor is not null)
                            ? Median(runs[at].Select(run => run.Processor!.Value))
                            : null
                    )
            ),
        ];
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
