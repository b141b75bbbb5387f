using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Planning;

/// <summary>The advice of the matrix of impact and effort. A plan uses the score instead.</summary>
internal enum MatrixCell
{
    DoFirst,
    DoNext,
    Consider,
    QuickWin,
    Defer,
    DoNot,
}

/// <summary>
/// The matrix of impact (high from 7, medium from 5) and effort (high from 8, medium from 4). The thresholds are halfway
/// between the numbers of the words high, medium and low.
/// </summary>
internal static class Matrix
{
    /// <summary>Rows from low to high impact, columns from low to high effort.</summary>
    private static readonly MatrixCell[][] Cells =
    [
        [MatrixCell.QuickWin, MatrixCell.Defer, MatrixCell.DoNot],
        [MatrixCell.DoNext, MatrixCell.Consider, MatrixCell.Defer],
        [MatrixCell.DoFirst, MatrixCell.DoNext, MatrixCell.Consider],
    ];

    /// <summary>The minimum impact of the medium and the high row.</summary>
    public static readonly double[] ImpactBounds = [5, 7];

    /// <summary>The minimum effort of the medium and the high column.</summary>
    public static readonly double[] EffortBounds = [4, 8];

    /// <summary>Returns the cell of an improvement; null without impact and effort, or when the formula uses other values.</summary>
    public static MatrixCell? Of(Improvement item, Scoring scoring) =>
        ScoreBasis.HasScale(scoring) && item is { Impact.Value: var impact, Effort.Value: var effort }
            ? Of(impact, effort)
            : null;

    /// <param name="impact">From 1 to 10.</param>
    /// <param name="effort">From 1 to 10.</param>
    public static MatrixCell Of(double impact, double effort)
    {
        var (row, column) = PlaceOf(impact, effort);
        return At(row, column);
    }

    /// <summary>Returns the row, 0 for low impact to 2 for high, and the column, 0 for low effort to 2 for high.</summary>
    public static (int Row, int Column) PlaceOf(double impact, double effort) =>
        (Level(ImpactBounds, impact), Level(EffortBounds, effort));

    /// <param name="row">0 for low impact to 2 for high.</param>
    /// <param name="column">0 for low effort to 2 for high.</param>
    public static MatrixCell At(int row, int column) => Cells[row][column];

    private static int Level(double[] bounds, double value) =>
        value >= bounds[1] ? 2
        : value >= bounds[0] ? 1
        : 0;
}
