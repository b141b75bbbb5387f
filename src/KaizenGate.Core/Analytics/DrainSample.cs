namespace KaizenGate.Core.Analytics;

/// <summary>Draws futures from recent weeks.</summary>
internal sealed class DrainSample
{
    private readonly int[] changes;
    private readonly double? share;

    /// <param name="arrivals">Per week.</param>
    /// <param name="departures">In the same weeks.</param>
    /// <param name="share">
    /// The share of the mean change that continues, from 0 to 1. Less than 1 corrects that paces are extreme by chance when
    /// they are noticed (James and Stein 1961). Null for a change of 0 on average, which is certain.
    /// </param>
    public DrainSample(ImmutableArray<int> arrivals, ImmutableArray<int> departures, double? share)
    {
        changes = [.. arrivals.Zip(departures, (come, go) => come - go)];
        this.share = share;
    }

    /// <summary>
    /// Returns the number of trials by their length in weeks; the last place counts the longer ones. Each trial first draws the
    /// pace from its uncertainty, as a probability for each week of the sample (the Bayesian bootstrap, Rubin 1981), and then
    /// weeks with these probabilities.
    /// </summary>
    public int[] Draw(int open, int trials)
    {
        var ends = new int[DrainForecast.MostWeeks + 2];
        var random = new Draws(0x6B61697A656E); // "kaizen": a fixed seed, so that every machine draws the same.
        var cuts = new uint[changes.Length];
        for (var trial = 0; trial < trials; trial++)
        {
            var shift = Cut(cuts, ref random);
            var (left, weeks) = ((double)open, 0);
            while (left > 1e-9 && weeks <= DrainForecast.MostWeeks)
            {
                left += changes[Place(cuts, random.Next())] + shift;
                weeks++;
            }

            ends[weeks]++;
        }

        return ends;
    }

    /// <summary>
    /// Divides the numbers of 32 bits among the weeks: evenly, or at random cuts, which makes all divisions equally likely.
    /// Returns what to add to each change.
    /// </summary>
    private double Cut(uint[] cuts, ref Draws random)
    {
        cuts[^1] = uint.MaxValue;
        for (var week = 0; week < cuts.Length - 1; week++)
        {
            cuts[week] = share is null ? (uint)((week + 1L) * uint.MaxValue / cuts.Length) : random.Next();
        }

        Array.Sort(cuts);
        if (share is 1)
        {
            return 0;
        }

        var (mean, from) = (0d, 0u);
        for (var week = 0; week < cuts.Length; week++)
        {
            mean += changes[week] * ((cuts[week] - from) / (double)uint.MaxValue);
            from = cuts[week];
        }

        return ((share ?? 0) - 1) * mean;
    }

    private static int Place(uint[] cuts, uint number)
    {
        var week = 0;
        while (number > cuts[week])
        {
            week++;
        }

        return week;
    }

    /// <summary>SplitMix64. System.Random may change between versions of .NET.</summary>
    private struct Draws(ulong state)
    {
        /// <summary>Returns a number of 32 bits.</summary>
        public uint Next()
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (uint)((mixed ^ (mixed >> 31)) >> 32);
        }
    }
}
