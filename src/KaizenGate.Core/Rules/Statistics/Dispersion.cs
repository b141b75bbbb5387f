namespace KaizenGate.Core.Rules.Statistics;

/// <summary>How much more than single events the events of a process vary, because they come in batches.</summary>
internal static class Dispersion
{
    /// <summary>The sample variance of fewer numbers says little.</summary>
    private const int LeastPeriods = 4;

    /// <summary>
    /// Returns the mean of the indices of dispersion of several processes (R. A. Fisher: sample variance ÷ mean of the numbers per
    /// period, 1 for events that are independent of each other), at least 1. The index of a process without events is 1.
    /// </summary>
    /// <param name="processes">The numbers of events in successive periods of equal length.</param>
    public static double Of(params ReadOnlySpan<ImmutableArray<int>> processes)
    {
        var sum = 0d;
        foreach (var numbers in processes)
        {
            sum += IndexOf(numbers);
        }

        return Math.Max(1, sum / processes.Length);
    }

    private static double IndexOf(ImmutableArray<int> numbers)
    {
        var total = numbers.Sum();
        if (numbers.Length < LeastPeriods || total == 0)
        {
            return 1;
        }

        var mean = (double)total / numbers.Length;
        return numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1) / mean;
    }
}
