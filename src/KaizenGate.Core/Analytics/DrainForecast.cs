namespace KaizenGate.Core.Analytics;

internal enum DrainOutcome
{
    /// <summary>The forecast has dates, in <see cref="DrainForecast.Chances"/>.</summary>
    Dated,

    /// <summary>Departures do not exceed arrivals.</summary>
    Never,

    /// <summary>Nothing is open.</summary>
    Empty,

    /// <summary>There is not enough data; see <see cref="DrainForecast.Missing"/>.</summary>
    NotEvaluated,
}

/// <summary>When the backlog is empty, simulated with weeks drawn from the recent ones.</summary>
internal sealed record DrainForecast
{
    /// <summary>The minimum history for a forecast, as in KZ303.</summary>
    public const int LeastWeeks = 8;

    /// <summary>Ten years; a longer forecast has no date.</summary>
    public const int MostWeeks = 520;

    public const int AllTrials = 10_000;

    private static readonly ImmutableArray<double> Probabilities = [0.5, 0.85, 0.95];

    public required DrainOutcome Outcome { get; init; }

    /// <summary>Why there is no date; null when it is dated or empty.</summary>
    public string? Missing { get; init; }

    /// <summary>The number of open improvements.</summary>
    public required int Open { get; init; }

    /// <summary>Arrivals in each week of the sample, the oldest first; all 0 when arrivals are ignored.</summary>
    public ImmutableArray<int> Arrivals { get; init; } = [];

    /// <summary>Departures in the same weeks.</summary>
    public ImmutableArray<int> Departures { get; init; } = [];

    public int Trials { get; init; }

    /// <summary>The 50%, 85% and 95% dates; empty unless it is dated.</summary>
    public ImmutableArray<DrainChance> Chances { get; init; } = [];

    /// <param name="open">The number of open improvements.</param>
    /// <param name="arrivals">Per week, the oldest first; all 0 to ignore arrivals.</param>
    /// <param name="departures">In the same weeks.</param>
    /// <param name="lastDay">The last day of the last week.</param>
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
            Trials = AllTrials,
            Chances = ChancesOf(Draw(open, arrivals, departures), lastDay),
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

    /// <summary>Returns the number of trials by their length in weeks; the last place counts the longer ones.</summary>
    private static int[] Draw(int open, ImmutableArray<int> arrivals, ImmutableArray<int> departures)
    {
        var change = new int[arrivals.Length];
        for (var week = 0; week < change.Length; week++)
        {
            change[week] = arrivals[week] - departures[week];
        }

        var ends = new int[MostWeeks + 2];
        var random = new Draws(0x6B61697A656E); // "kaizen": a fixed seed, so that every machine draws the same.
        for (var trial = 0; trial < AllTrials; trial++)
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

    private static ImmutableArray<DrainChance> ChancesOf(int[] ends, DateOnly lastDay) =>
        [
            .. Probabilities.Select(probability =>
            {
                var (weeks, ended) = (0, ends[0]);
                while (weeks <= MostWeeks && ended < probability * AllTrials)
                {
                    weeks++;
                    ended += ends[weeks];
                }

                return weeks > MostWeeks
                    ? new DrainChance(probability, null, null)
                    : new DrainChance(probability, weeks, lastDay.AddDays(7 * weeks));
            }),
        ];

    /// <summary>SplitMix64. System.Random may change between versions of .NET.</summary>
    private struct Draws(ulong state)
    {
        /// <summary>Returns a number from 0 to below the bound, with a bias below 2⁻³².</summary>
        public int Below(int bound)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)bound >> 32);
        }
    }
}

/// <summary>The date by which the backlog is empty with a probability.</summary>
/// <param name="Probability">0.5, 0.85 or 0.95.</param>
/// <param name="Weeks">Weeks from the last day of the period; null for more than 10 years.</param>
/// <param name="Day">The last day of that week; null for more than 10 years.</param>
internal sealed record DrainChance(double Probability, int? Weeks, DateOnly? Day);
