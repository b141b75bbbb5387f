namespace KaizenGate.Core.Analytics;

internal enum DrainOutcome
{
    /// <summary>The forecast has dates, in <see cref="DrainForecast.Chances"/>.</summary>
    Dated,

    /// <summary>Arrivals exceed departures by more than chance explains.</summary>
    Never,

    /// <summary>Nothing is open.</summary>
    Empty,

    /// <summary>There is not enough data; see <see cref="DrainForecast.Missing"/>.</summary>
    NotEvaluated,
}

/// <summary>When so many improvements are gone, simulated with weeks drawn from the recent ones.</summary>
internal sealed record DrainForecast
{
    /// <summary>The minimum history for a forecast, as in KZ303.</summary>
    public const int LeastWeeks = 8;

    /// <summary>Ten years; a longer forecast has no date.</summary>
    public const int MostWeeks = 520;

    public const int AllTrials = 10_000;

    /// <summary>The quantile of the normal distribution for 5% on each side: less of a difference may be chance.</summary>
    public const double Significant = 1.645;

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

    /// <summary>Whether arrivals and departures differ by no more than chance explains, so that equal ones are assumed.</summary>
    public bool AssumesBalance { get; init; }

    public int Trials { get; init; }

    /// <summary>The 50%, 85% and 95% dates; empty unless it is dated.</summary>
    public ImmutableArray<DrainChance> Chances { get; init; } = [];

    /// <param name="open">The number of open improvements.</param>
    /// <param name="arrivals">Per week, the oldest first; all 0 to ignore arrivals.</param>
    /// <param name="departures">In the same weeks.</param>
    /// <param name="lastDay">The last day of the last week.</param>
    /// <param name="trials">The number of simulations.</param>
    public static DrainForecast Of(
        int open,
        ImmutableArray<int> arrivals,
        ImmutableArray<int> departures,
        DateOnly lastDay,
        int trials = AllTrials
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

        var growth = Growth(arrivals, departures);
        if (growth > Significant)
        {
            return forecast with
            {
                Outcome = DrainOutcome.Never,
                Missing =
                    go == 0
                        ? $"{come} arrived and none left in the last {departures.Length} weeks"
                        : $"{come} arrived and {go} left in the last {departures.Length} weeks",
            };
        }

        if (go == 0)
        {
            return forecast with { Missing = $"nothing left in the last {departures.Length} weeks" };
        }

        var isBalanced = come > 0 && growth >= -Significant;
        var sample = new DrainSample(
            arrivals,
            departures,
            isBalanced ? null
                : come > 0 ? 1 - (1 / (growth * growth))
                : 1
        );
        return forecast with
        {
            Outcome = DrainOutcome.Dated,
            AssumesBalance = isBalanced,
            Trials = trials,
            Chances = ChancesOf(sample.Draw(open, trials), trials, lastDay),
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

    /// <summary>
    /// The sum of the weekly changes in standard errors, if their expectation is 0 (the self-normalized sum of Efron 1969):
    /// a single large week is not significant, however large.
    /// </summary>
    private static double Growth(ImmutableArray<int> arrivals, ImmutableArray<int> departures)
    {
        var (sum, squares) = (0d, 0d);
        for (var week = 0; week < arrivals.Length; week++)
        {
            double change = arrivals[week] - departures[week];
            sum += change;
            squares += change * change;
        }

        return squares == 0 ? 0 : sum / Math.Sqrt(squares);
    }

    private static ImmutableArray<DrainChance> ChancesOf(int[] ends, int trials, DateOnly lastDay) =>
        [
            .. Probabilities.Select(probability =>
            {
                var (weeks, ended) = (0, ends[0]);
                while (weeks <= MostWeeks && ended < probability * trials)
                {
                    weeks++;
                    ended += ends[weeks];
                }

                return weeks > MostWeeks
                    ? new DrainChance(probability, null, null)
                    : new DrainChance(probability, weeks, lastDay.AddDays(7 * weeks));
            }),
        ];
}

/// <summary>The date by which the backlog is empty with a probability.</summary>
/// <param name="Probability">0.5, 0.85 or 0.95.</param>
/// <param name="Weeks">Weeks from the last day of the period; null for more than 10 years.</param>
/// <param name="Day">The last day of that week; null for more than 10 years.</param>
internal sealed record DrainChance(double Probability, int? Weeks, DateOnly? Day);
