using System.Collections.Immutable;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The medians of a program's runs.</summary>
/// <param name="Contestant">The program.</param>
/// <param name="Elapsed">Median of the time from start to end.</param>
/// <param name="Processor">Median of the processor time; null where the system does not tell.</param>
/// <param name="More">How much longer it took than the first program, from start to end.</param>
internal sealed record Timing(Contestant Contestant, TimeSpan Elapsed, TimeSpan? Processor, Difference More);

/// <summary>A difference of two programs, taken round by round.</summary>
/// <param name="Median">Its median.</param>
/// <param name="Least">Where the median lies at least, with a confidence of 95%.</param>
/// <param name="Most">Where the median lies at most, with a confidence of 95%.</param>
internal readonly record struct Difference(TimeSpan Median, TimeSpan Least, TimeSpan Most)
{
    /// <summary>
    /// The median of differences and its interval, which takes nothing for granted about how they are spread: so many of n
    /// independent values lie below their median as heads among n coins, n/2 ± 0.98 √n of them in 95% of all cases.
    /// </summary>
    public static Difference Of(IEnumerable<TimeSpan> differences)
    {
        TimeSpan[] sorted = [.. differences.Order()];
        var reach = 0.98 * Math.Sqrt(sorted.Length);
        var least = Math.Max(0, (int)Math.Floor((sorted.Length / 2.0) - reach));
        return new Difference(Interleaved.Median(sorted), sorted[least], sorted[^(least + 1)]);
    }
}

/// <summary>Runs programs in turns (A B C, C B A, A B C …), so that whatever else the machine does falls on all of them alike.</summary>
internal static class Interleaved
{
    /// <summary>The medians of some rounds; a first one, which warms the disk's cache, is not counted.</summary>
    public static ImmutableArray<Timing> Measure(ImmutableArray<Contestant> contestants, int rounds, string folder)
    {
        var runs = contestants.Select(_ => new List<Run>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var turn = 0; turn < contestants.Length; turn++)
            {
                var at = round % 2 == 0 ? turn : contestants.Length - 1 - turn;
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
                            : null,
                        Difference.Of(runs[at].Zip(runs[0], (run, first) => run.Elapsed - first.Elapsed))
                    )
            ),
        ];
    }

    /// <summary>The median of times, which need not be in order.</summary>
    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
