using System.Collections.Immutable;

namespace KaizenGate.Core.Planning;

/// <summary>Finds what was almost chosen.</summary>
internal static class NearMisses
{
    /// <summary>How many of those that fit are shown.</summary>
    private const int MostFitting = 3;

    /// <summary>How many of those that do not fit are shown.</summary>
    private const int MostTooLong = 2;

    /// <summary>How many are looked at: those with the most score an hour, and those with the highest scores.</summary>
    private const int MostAnHour = 12;
    private const int Highest = 4;

    /// <summary>Scores that differ by less count as equal.</summary>
    private const double Noise = 1e-6;

    public static ImmutableArray<NearMiss> Of(Choice choice)
    {
        if (choice.Minutes == 0)
        {
            return []; // Nothing new can be chosen, so nothing was nearly.
        }

        var missed = Missed(choice).ToList();
        var fitting = missed.FindAll(position => choice.Rivals[position].Minutes <= choice.Minutes);
        var tooLong = missed.Where(position => choice.Rivals[position].Minutes > choice.Minutes);
        return
        [
            .. fitting
                .OrderByDescending(position => choice.Rivals[position].ScorePerHour ?? double.PositiveInfinity)
                .Take(MostAnHour)
                .Union(fitting.Take(Highest))
                .Select(position => (position, Miss: Compared(choice, position)))
                .OrderBy(one => one.Miss.Loss)
                .ThenBy(one => one.position)
                .Take(MostFitting)
                .Select(one => one.Miss),
            .. tooLong.Take(MostTooLong).Select(position => new NearMiss(choice.Rivals[position], null, null)),
        ];
    }

    /// <summary>The positions of what was not chosen; of those with equal score and time the first.</summary>
    private static IEnumerable<int> Missed(Choice choice)
    {
        var chosen = choice.Positions.ToHashSet();
        return Enumerable
            .Range(0, choice.Rivals.Length)
            .Where(position => !chosen.Contains(position))
            .DistinctBy(position => (choice.Rivals[position].Score, choice.Rivals[position].Minutes));
    }

    private static NearMiss Compared(Choice choice, int position)
    {
        var other = choice.With(position);
        var loss = choice.Score - other.Score;
        return new(choice.Rivals[position], other.Score, loss < Noise ? 0 : loss)
        {
            Displaced = [.. choice.Positions.Except(other.Positions).Select(at => choice.Rivals[at])],
            Replaces =
            [
                .. other.Positions.Except(choice.Positions).Where(at => at != position).Select(at => choice.Rivals[at]),
            ],
            TakesLonger = other.Time > choice.Time,
        };
    }
}
