using System.Collections.Immutable;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The medians of a program's runs.</summary>
/// <param name="Contestant">The program.</param>
/// <param name="Elapsed">The median time from start to end.</param>
/// <param name="Processor">The median CPU time; null if the system does not provide it.</param>
/// <param name="More">The difference to the first program in the time from start to end.</param>
internal sealed record Timing(Contestant Contestant, TimeSpan Elapsed, TimeSpan? Processor, Difference More);

/// <summary>The difference of two programs, per round.</summary>
/// <param name="Median">The median.</param>
/// <param name="Least">The lower limit of the median, with a confidence of 95%.</param>
/// <param name="Most">The upper limit of the median, with a confidence of 95%.</param>
internal readonly record struct Difference(TimeSpan Median, TimeSpan Least, TimeSpan Most)
{
    /// <summary>
    /// The median of differences and its interval, without an assumption about their distribution: of n
    /// independent values, as many are below their median as heads among n coins: n/2 ± 0.98 √n in 95% of all cases.
    /// </summary>
    public static Difference Of(IEnumerable<TimeSpan> differences)
    {
        TimeSpan[] sorted = [.. differences.Order()];
        var reach = 0.98 * Math.Sqrt(sorted.Length);
        var least = Math.Max(0, (int)Math.Floor((sorted.Length / 2.0) - reach));
        return new Difference(Interleaved.Median(sorted), sorted[least], sorted[^(least + 1)]);
    }
}

/// <summary>Runs programs in turns (A B C, C B A, A B C …), so that other load affects all of them equally.</summary>
internal static class Interleaved
{
    /// <summary>The medians of several rounds, after one round that warms the disk cache.</summary>
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

    /// <summary>The median of unsorted times.</summary>
    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
