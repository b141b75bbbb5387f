namespace KaizenGate.Core.Rules.Statistics;

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>
    /// P[Bin(trials, probability) ≤ successes] for events in batches: both numbers are divided by the dispersion, as if a batch were
    /// one event (quasi-likelihood, R. W. M. Wedderburn 1974). The trials are rounded, the successes rounded up.
    /// </summary>
    /// <param name="successes">As below.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">0 to 1.</param>
    /// <param name="dispersion">At least 1; see <see cref="Dispersion"/>.</param>
    public static double AtMost(int successes, int trials, double probability, double dispersion)
    {
        // A quotient that is whole must not be rounded up because of floating-point error.
        var fewer = (int)Math.Ceiling(Math.Round(successes / dispersion, 9));
        return AtMost(fewer, Math.Max(fewer, (int)Math.Round(trials / dispersion)), probability);
    }

    /// <summary>
    /// P[Bin(trials, probability) ≤ successes]. The weights are computed outwards from the most likely number by the ratio of
    /// neighbours and divided by their sum: every term is positive and none overflows, so the relative error is about
    /// trials × 10⁻¹⁶, in time linear in the trials. A tail below 10⁻³⁰⁰ becomes 0.
    /// </summary>
    /// <param name="successes">Any number; the result is 0 below 0, and 1 from the number of trials.</param>
    /// <param name="trials">At least 0.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Trials below 0, or a probability outside 0 to 1.</exception>
    public static double AtMost(int successes, int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "must lie between 0 and 1");
        }

        if (successes < 0 || successes >= trials)
        {
            return successes < 0 ? 0 : 1;
        }

        if (probability is 0 or 1)
        {
            return 1 - probability;
        }

        var odds = probability / (1 - probability);
        var likeliest = (int)Math.Min(trials, Math.Floor((trials + 1d) * probability));
        var (all, tail) = (0d, 0d);

        void Add(int number, double weight)
        {
            all += weight;
            tail += number <= successes ? weight : 0;
        }

        Add(likeliest, 1);
        var down = 1d;
        for (var number = likeliest; number > 0 && down > 0; number--)
        {
            down *= number / ((trials - number + 1) * odds);
            Add(number - 1, down);
        }

        var up = 1d;
        for (var number = likeliest; number < trials && up > 0; number++)
        {
            up *= (trials - number) * odds / (number + 1);
            Add(number + 1, up);
        }

        return Math.Min(1, tail / all);
    }
}
