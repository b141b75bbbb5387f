namespace KaizenGate.Core.Planning;

/// <summary>An improvement that was almost chosen, with the effect of choosing it.</summary>
/// <param name="Total">The best total score of new work that includes it; null when it does not fit at all.</param>
/// <param name="Loss">How much lower that is than the total of the plan, at least 0; null when it does not fit at all.</param>
internal sealed record NearMiss(PlannedItem Missed, double? Total, double? Loss)
{
    /// <summary>The number of results that fit.</summary>
    private const int MostFitting = 3;

    /// <summary>The number of results that do not fit.</summary>
    private const int MostTooLong = 2;

    /// <summary>The number of candidates to compare: those with the highest score per hour, and those with the highest scores.</summary>
    private const int MostPerHour = 12;
    private const int Highest = 4;

    /// <summary>Scores that differ by less count as equal.</summary>
    private const double Noise = 1e-6;

    /// <summary>The improvements of the plan that it would displace.</summary>
    public ImmutableArray<PlannedItem> Displaced { get; init; } = [];

    /// <summary>The improvements that would join it in the remaining time.</summary>
    public ImmutableArray<PlannedItem> Replaces { get; init; } = [];

    /// <summary>Whether that choice would take more time than the plan.</summary>
    public bool TakesLonger { get; init; }

    public static ImmutableArray<NearMiss> Of(Choice choice)
    {
        if (choice.Minutes == 0)
        {
            return [];
        }

        var missed = NotChosen(choice).ToList();
        var fitting = missed.FindAll(position => choice.Candidates[position].Minutes <= choice.Minutes);
        var tooLong = missed.Where(position => choice.Candidates[position].Minutes > choice.Minutes);
        return
        [
            .. fitting
                .OrderByDescending(position => choice.Candidates[position].ScorePerHour ?? double.PositiveInfinity)
                .Take(MostPerHour)
                .Union(fitting.Take(Highest))
                .Select(position => (position, Miss: Compared(choice, position)))
                .OrderBy(one => one.Miss.Loss)
                .ThenBy(one => one.position)
                .Take(MostFitting)
                .Select(one => one.Miss),
            .. tooLong.Take(MostTooLong).Select(position => new NearMiss(choice.Candidates[position], null, null)),
        ];
    }

    /// <summary>The positions of the candidates that were not chosen; only the first of those with equal score and time.</summary>
    private static IEnumerable<int> NotChosen(Choice choice)
    {
        var chosen = choice.Positions.ToHashSet();
        return Enumerable
            .Range(0, choice.Candidates.Length)
            .Where(position => !chosen.Contains(position))
            .DistinctBy(position => (choice.Candidates[position].Score, choice.Candidates[position].Minutes));
    }

    private static NearMiss Compared(Choice choice, int position)
    {
        var other = choice.With(position);
        var loss = choice.Score - other.Score;
        return new(choice.Candidates[position], other.Score, loss < Noise ? 0 : loss)
        {
            Displaced = [.. choice.Positions.Except(other.Positions).Select(at => choice.Candidates[at])],
            Replaces =
            [
                .. other
                    .Positions.Except(choice.Positions)
                    .Where(at => at != position)
                    .Select(at => choice.Candidates[at]),
            ],
            TakesLonger = other.Time > choice.Time,
        };
    }
}
