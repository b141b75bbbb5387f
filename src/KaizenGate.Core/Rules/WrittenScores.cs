namespace KaizenGate.Core.Rules;

/// <summary>The scores written in the file, compared with those of the formula.</summary>
/// <param name="Judged">The open improvements whose written score can be checked.</param>
/// <param name="Missed">Those of them whose written score differs from the formula.</param>
internal sealed record WrittenScores(ImmutableArray<Improvement> Judged, ImmutableArray<Improvement> Missed)
{
    /// <summary>The minimum number of scores that shows a pattern.</summary>
    private const int Fewest = 3;

    /// <summary>Whether most scores differ from the formula, so that the team seems to use another one.</summary>
    public bool FollowAnotherFormula => Judged.Length >= Fewest && 2 * Missed.Length > Judged.Length;

    public static WrittenScores Of(ImmutableArray<Improvement> open, Scoring scoring)
    {
        var judged = open.Where(item =>
                item.WrittenScore is not null && ScoreBasis.IsInFigures(item) && ScoreBasis.IsOnScale(item, scoring)
            )
            .ToImmutableArray();
        return new(judged, [.. judged.Where(item => !RoundedFigure.Fits(item.Score!.Value, item.WrittenScore!.Value))]);
    }

    /// <summary>Why a rule about scores cannot be evaluated; null when it can.</summary>
    public static NotEvaluated? Doubt(RuleContext context)
    {
        var scores = context.Scores.Value;
        if (!scores.FollowAnotherFormula)
        {
            return null;
        }

        var (matching, needed) = (scores.Judged.Length - scores.Missed.Length, (scores.Judged.Length + 1) / 2);
        return new(
            $"needs {needed} of {scores.Judged.Length} written scores to match {context.Settings.Scoring.Formula.Text}, "
                + $"found {matching}; see KZ203",
            matching,
            needed
        );
    }
}
