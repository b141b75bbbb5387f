using System.Collections.Immutable;

namespace KaizenGate.Core.Analytics;

/// <summary>Draws futures from the last weeks.</summary>
internal static class DrainForecasts
{
    /// <summary>A pace of fewer weeks than this says nothing of the time to come; see KZ303.</summary>
    public const int LeastWeeks = 8;

    /// <summary>Ten years: what takes longer has no date.</summary>
    public const int MostWeeks = 520;

    public const int Trials = 10_000;

    private static readonly ImmutableArray<double> Probabilities = [0.5, 0.85, 0.95];

    /// <summary>When the open ones are gone.</summary>
    /// <param name="open">How many there are.</param>
    /// <param name="arrivals">What arrived in each of the last weeks, the oldest first; all 0 to leave arrivals out.</param>
    /// <param name="departures">What left in the same weeks.</param>
    /// <param name="lastDay">The last day of the last of them.</param>
    public static DrainForecast Of(
        int open,
        ImmutableArray<int> arrivals,
        ImmutableArray<int> departures,
        DateOnly lastDay
    )
    {
        var forecast = new DrainForecast
        {
            Outcome = DrainOutcome.NotEvaluated,
            Open = open,
            Arrivals = arrivals,
            Departures = departures,
        };
        var (come, go) = (arrivals.Sum(), departures.Sum());
        if (open == 0)
        {
            return forecast with { Outcome = DrainOutcome.Empty };
        }

        if (departures.Length < LeastWeeks)
        {
            return forecast with { Missing = $"{departures.Length} of {LeastWeeks} whole weeks are known" };
        }

        if (go <= come)
        {
            return forecast with
            {
                Outcome = DrainOutcome.Never,
                Missing =
                    go == 0
                        ? $"nothing left in the last {departures.Length} weeks"
                        : $"{come} arrived and {go} left in the last {departures.Length} weeks",
            };
        }

        return forecast with
        {
            Outcome = DrainOutcome.Dated,
            Trials = Trials,
            Chances = Chances(Draw(open, arrivals, departures), lastDay),
        };
    }

    /// <summary>A forecast that could not be evaluated.</summary>
    public static DrainForecast Without(int open, string reason) =>
        new()
        {
            Outcome = open == 0 ? DrainOutcome.Empty : DrainOutcome.NotEvaluated,
            Open = open,
            Missing = open == 0 ? null : reason,
        };

    /// <summary>How many futures end after so many weeks; the last place is for those that go on for longer.</summary>
    private static int[] Draw(int open, ImmutableArray<int> arrivals, ImmutableArray<int> departures)
    {
        var change = new int[arrivals.Length];
        for (var week = 0; week < change.Length; week++)
        {
            change[week] = arrivals[week] - departures[week];
        }

        var ends = new int[MostWeeks + 2];
        var random = new Draws(0x6B61697A656E); // "kaizen": the same draws on every machine.
        for (var trial = 0; trial < Trials; trial++)
        {
            var (left, weeks) = (open, 0);
            while (left > 0 && weeks <= MostWeeks)
            {
                left += change[random.Below(change.Length)];
                weeks++;
            }

            ends[weeks]++;
        }

        return ends;
    }

    private static ImmutableArray<DrainChance> Chances(int[] ends, DateOnly lastDay) =>
        [
            .. Probabilities.Select(probability =>
            {
                var (weeks, ended) = (0, ends[0]);
                while (weeks <= MostWeeks && ended < probability * Trials)
                {
                    weeks++;
                    ended += ends[weeks];
                }

                return weeks > MostWeeks
                    ? new DrainChance(probability, null, null)
                    : new DrainChance(probability, weeks, lastDay.AddDays(7 * weeks));
            }),
        ];

    /// <summary>SplitMix64, written out so that no other version of the framework draws otherwise.</summary>
    private struct Draws(ulong state)
    {
        /// <summary>A number from 0 to below a bound; the bias of the multiplication is below 2⁻³² for the bounds there are.</summary>
        public int Below(int bound)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)bound >> 32);
        }
    }
}
