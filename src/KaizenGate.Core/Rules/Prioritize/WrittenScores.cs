using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Rules.Prioritize;

/// <summary>The scores that stand in the file beside those that the formula gives.</summary>
/// <param name="Judged">The open improvements whose written score can be checked.</param>
/// <param name="Missed">Those of them whose written score the formula does not give.</param>
internal sealed record WrittenScores(ImmutableArray<Improvement> Judged, ImmutableArray<Improvement> Missed)
{
    /// <summary>Fewer scores than these show no habit.</summary>
    private const int Fewest = 3;

    /// <summary>Whether most scores miss the formula, so that the team seems to reckon by another one.</summary>
    public bool FollowAnotherFormula => Judged.Length >= Fewest && 2 * Missed.Length > Judged.Length;

    public static WrittenScores Of(RuleContext context)
    {
        var scoring = context.Settings.Scoring;
        var judged = context
            .Open.Where(item =>
                item.WrittenScore is not null && ScoreBasis.IsInFigures(item) && ScoreBasis.IsOnScale(item, scoring)
            )
            .ToImmutableArray();
        return new(judged, [.. judged.Where(item => !ShownFigure.Fits(item.Score!.Value, item.WrittenScore!.Value))]);
    }

    /// <summary>Why a rule that rests on scores does not judge; null when it can.</summary>
    public static Unjudged? Doubt(RuleContext context)
    {
        var scores = Of(context);
        return scores.FollowAnotherFormula
            ? new Unjudged(
                $"most written scores are not {context.Settings.Scoring.Formula.Text}, so the scores are in doubt: see KZ203",
                scores.Judged.Length - scores.Missed.Length,
                (scores.Judged.Length + 1) / 2
            )
            : null;
    }
}
