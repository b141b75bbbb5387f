namespace KaizenGate.Core.Rules.Statistics;

/// <summary>The hypergeometric distribution, which Fisher's exact test uses.</summary>
internal static class Hypergeometric
{
    /// <summary>
    /// The probability that among <paramref name="drawn"/> of <paramref name="all"/> things, drawn without regard to their kind, at
    /// most <paramref name="successes"/> are of a kind that <paramref name="special"/> of them have. Sums in logarithms, in time linear
    /// in all numbers.
    /// </summary>
    /// <param name="successes">Any number.</param>
    /// <param name="all">At least 0.</param>
    /// <param name="special">0 to all.</param>
    /// <param name="drawn">0 to all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double AtMost(int successes, int all, int special, int drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(all);
        ArgumentOutOfRangeException.ThrowIfNegative(special);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(special, all);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, all);

        var logFactorials = new double[all + 1];
        for (var number = 2; number <= all; number++)
        {
            logFactorials[number] = logFactorials[number - 1] + Math.Log(number);
        }

        var tail = 0d;
        for (
            var number = Math.Max(0, drawn - (all - special));
            number <= Math.Min(successes, Math.Min(special, drawn));
            number++
        )
        {
            tail += Math.Exp(
                LogChoose(special, number) + LogChoose(all - special, drawn - number) - LogChoose(all, drawn)
            );
        }

        return Math.Min(1, tail);

        double LogChoose(int from, int number) =>
            logFactorials[from] - logFactorials[number] - logFactorials[from - number];
    }
}
