using KaizenGate.Backlogs;
using KaizenGate.Rules;

namespace KaizenGate.Planning;

/// <summary>What the matrix of impact and effort advises; the score decides.</summary>
public enum MatrixCell
{
    DoFirst,
    DoNext,
    Consider,
    QuickWin,
    Defer,
    DoNot,
}

/// <summary>The matrix of impact (high from 7, medium from 5) and effort (low up to 3, medium up to 7).</summary>
internal static class Matrix
{
    private const double HighImpact = 7;
    private const double MediumImpact = 5;
    private const double LowEffort = 3;
    private const double MediumEffort = 7;

    /// <summary>The cell of an improvement; null without impact and effort, or where the formula counts other things.</summary>
    public static MatrixCell? Of(Improvement item, Scoring scoring) =>
        ScoreBasis.HasScale(scoring) && item is { Impact.Value: var impact, Effort.Value: var effort }
            ? Of(impact, effort)
            : null;

    private static MatrixCell Of(double impact, double effort) =>
        (impact, effort) switch
        {
            (>= HighImpact, <= LowEffort) => MatrixCell.DoFirst,
            (>= HighImpact, <= MediumEffort) => MatrixCell.DoNext,
            (>= HighImpact, _) => MatrixCell.Consider,
            (>= MediumImpact, <= LowEffort) => MatrixCell.DoNext,
            (>= MediumImpact, <= MediumEffort) => MatrixCell.Consider,
            (>= MediumImpact, _) => MatrixCell.Defer,
            (_, <= LowEffort) => MatrixCell.QuickWin,
            (_, <= MediumEffort) => MatrixCell.Defer,
            _ => MatrixCell.DoNot,
        };
}
