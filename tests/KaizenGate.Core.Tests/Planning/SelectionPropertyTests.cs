using CsCheck;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

/// <summary>Compares the selection with all selections, or with the plain algorithm when there are too many.</summary>
public sealed class SelectionPropertyTests
{
    /// <summary>Whole scores of few sizes, so that ties are common.</summary>
    private static readonly Gen<(int Minutes, double Score)> Common = Gen.Select(
        Gen.Int[0, 8],
        Gen.Int[-2, 12],
        (quarters, score) => (quarters * 15, (double)score)
    );

    /// <summary>Any minutes, and scores of a formula that divides.</summary>
    private static readonly Gen<(int Minutes, double Score)> Uneven = Gen.Select(
        Gen.Int[0, 300],
        Gen.Int[1, 100],
        Gen.Int[1, 10],
        (minutes, impact, effort) => (minutes, (double)impact / effort)
    );

    private static readonly Gen<(int Minutes, double Score)[]> Few = Gen.OneOf(Common, Uneven)
        .Array[0, 12]
        .Select(Preferred);

    [Fact]
    public void It_is_the_best_of_all_selections_with_the_documented_tie_breaks() =>
        Gen.Select(Few, Gen.Int[0, 600])
            .Sample((loads, minutes) => Assert.Equal(Exhaustive(loads, minutes), Knapsack.Best(loads, minutes)));

    [Fact]
    public void Among_many_it_is_as_good_as_the_plain_algorithm() =>
        Gen.Select(
                Gen.OneOf(
                        Gen.Select(
                            Gen.Int[1, 160],
                            Gen.Int[1, 100],
                            (quarters, score) => (quarters * 15, (double)score)
                        ),
                        Gen.Select(Gen.Int[1, 2400], Gen.Int[1, 100], (minutes, score) => (minutes, (double)score))
                    )
                    .Array[200, 400]
                    .Select(Preferred),
                Gen.Int[0, 6000]
            )
            .Sample(
                (loads, minutes) =>
                {
                    var chosen = Knapsack.Best(loads, minutes);

                    Assert.True(chosen.Sum(at => loads[at].Minutes) <= minutes);
                    Assert.Equal(Plain(loads, minutes), chosen.Sum(at => loads[at].Score));
                },
                iter: 50
            );

    [Fact]
    public void More_time_is_never_worse() =>
        Gen.Select(Few, Gen.Int[0, 600], Gen.Int[0, 100])
            .Sample(
                (loads, minutes, more) =>
                    Assert.True(
                        Knapsack.Best(loads, minutes + more).Sum(at => loads[at].Score)
                            >= Knapsack.Best(loads, minutes).Sum(at => loads[at].Score) - 1e-9
                    )
            );

    private static (int Minutes, double Score)[] Preferred((int Minutes, double Score)[] loads) =>
        [.. loads.OrderByDescending(load => load.Score).ThenBy(load => load.Minutes)];

    /// <summary>Tries all selections and compares scores to the millionth.</summary>
    private static int[] Exhaustive((int Minutes, double Score)[] loads, int minutes)
    {
        int[] best = [];
        var (most, least) = (0L, 0);
        // From the set with the first item to the empty set, so that the preferred one comes first.
        for (var set = (1 << loads.Length) - 1; set >= 0; set--)
        {
            int[] chosen =
            [
                .. Enumerable.Range(0, loads.Length).Where(at => (set >> (loads.Length - 1 - at) & 1) != 0),
            ];
            var time = chosen.Sum(at => loads[at].Minutes);
            var score = chosen.Sum(at => (long)Math.Round(loads[at].Score * 1e6));
            if (
                time <= minutes
                && chosen.All(at => loads[at].Score > 0)
                && (score > most || (score == most && time < least))
            )
            {
                (best, most, least) = (chosen, score, time);
            }
        }

        return best;
    }

    private static double Plain((int Minutes, double Score)[] loads, int minutes)
    {
        var best = new double[minutes + 1];
        foreach (var load in loads)
        {
            for (var left = minutes; left >= load.Minutes; left--)
            {
                best[left] = Math.Max(best[left], best[left - load.Minutes] + load.Score);
            }
        }

        return best[minutes];
    }
}
