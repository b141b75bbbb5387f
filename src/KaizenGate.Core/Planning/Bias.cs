using KaizenGate.Core.Rules.Statistics;

namespace KaizenGate.Core.Planning;

/// <summary>How what happened compares with what was expected: the median of the ratios.</summary>
/// <param name="Count">The number of ratios.</param>
/// <param name="Ratio">The median; null with fewer than <see cref="Least"/> ratios.</param>
/// <param name="Low">The lower end of its 95% interval; null like the ratio.</param>
/// <param name="High">The upper end.</param>
internal sealed record Bias(int Count, double? Ratio, double? Low, double? High)
{
    /// <summary>The fewest ratios that say something about the next one.</summary>
    public const int Least = 8;

    private const double Tail = 0.025;

    /// <summary>
    /// Returns the median and its exact interval, which assumes nothing about the distribution: between the k-th smallest and the k-th
    /// largest ratio, with the largest k for which P[Bin(n, ½) &lt; k] ≤ 2.5% (W. J. Conover, "Practical Nonparametric Statistics", 1999).
    /// </summary>
    public static Bias Of(IEnumerable<double> ratios)
    {
        ImmutableArray<double> sorted = [.. ratios.Order()];
        if (sorted.Length < Least)
        {
            return new(sorted.Length, null, null, null);
        }

        var rank = 1;
        while (Binomial.AtMost(rank, sorted.Length, 0.5) <= Tail)
        {
            rank++;
        }

        return new(sorted.Length, Percentile.Of(sorted, 0.5), sorted[rank - 1], sorted[^rank]);
    }
}

/// <summary>A bias of all completions, by category and by the number of people who did them.</summary>
/// <param name="All">Of all.</param>
/// <param name="Categories">Of the categories with enough completions, the most frequent first.</param>
/// <param name="People">Of the numbers of owners with enough completions, ascending.</param>
internal sealed record Biases(
    Bias All,
    ImmutableArray<(Category Category, Bias Bias)> Categories,
    ImmutableArray<(int People, Bias Bias)> People
)
{
    /// <param name="ratios">The completions with their ratios.</param>
    public static Biases Of(ImmutableArray<(Improvement Item, double Ratio)> ratios) =>
        new(
            Bias.Of(ratios.Select(one => one.Ratio)),
            [
                .. ratios
                    .Where(one => one.Item.Category?.Value is not null)
                    .GroupBy(one => one.Item.Category!.Value!.Value, one => one.Ratio)
                    .Where(group => group.Count() >= Bias.Least)
                    .OrderByDescending(group => group.Count())
                    .ThenBy(group => group.Key)
                    .Select(group => (group.Key, Bias.Of(group))),
            ],
            [
                .. ratios
                    .Where(one => one.Item.Owner is not null)
                    .GroupBy(one => PeopleIn(one.Item.Owner!.Value), one => one.Ratio)
                    .Where(group => group.Count() >= Bias.Least)
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key, Bias.Of(group))),
            ]
        );

    /// <summary>The number of names in an owner: <c>Ana, Ben and Cleo</c> are 3.</summary>
    private static int PeopleIn(string owner) =>
        owner
            .Replace(" and ", ",", StringComparison.OrdinalIgnoreCase)
            .Split([',', ';', '&', '+', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Length;
}
