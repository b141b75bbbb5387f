using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>How a cell of the matrix looks.</summary>
/// <param name="Name">What it advises.</param>
/// <param name="Series">How it is coloured.</param>
internal sealed record MatrixTile(string Name, string Series)
{
    public static MatrixTile Of(MatrixCell cell) =>
        new(
            PlanWords.Cell(cell),
            cell switch
            {
                MatrixCell.DoFirst => "first",
                MatrixCell.DoNext or MatrixCell.QuickWin => "next",
                MatrixCell.DoNot => "never",
                _ => "consider",
            }
        );
}
