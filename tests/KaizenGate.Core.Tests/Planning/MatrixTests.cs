using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Tests.Planning;

public sealed class MatrixTests
{
    [Theory]
    [InlineData(8, 2, MatrixCell.DoFirst)]
    [InlineData(8, 5, MatrixCell.DoNext)]
    [InlineData(8, 9, MatrixCell.Consider)]
    [InlineData(6, 2, MatrixCell.DoNext)]
    [InlineData(6, 5, MatrixCell.Consider)]
    [InlineData(6, 9, MatrixCell.Defer)]
    [InlineData(4, 2, MatrixCell.QuickWin)]
    [InlineData(4, 5, MatrixCell.Defer)]
    [InlineData(4, 9, MatrixCell.DoNot)]
    internal void High_medium_and_low_have_nine_cells(double impact, double effort, MatrixCell expected) =>
        Assert.Equal(expected, Matrix.Of(Sample.Item("a", impact, effort), Scoring.Default));

    [Theory]
    [InlineData(7, 3, MatrixCell.DoFirst)]
    [InlineData(6, 3, MatrixCell.DoNext)]
    [InlineData(5, 4, MatrixCell.Consider)]
    [InlineData(4, 7, MatrixCell.Defer)]
    [InlineData(4, 8, MatrixCell.DoNot)]
    internal void The_bounds_lie_between_the_figures_that_the_words_stand_for(
        double impact,
        double effort,
        MatrixCell expected
    ) => Assert.Equal(expected, Matrix.Of(Sample.Item("a", impact, effort), Scoring.Default));

    [Fact]
    public void Without_an_effort_there_is_no_cell() => Assert.Null(Matrix.Of(Sample.Item("a", 8), Scoring.Default));

    [Fact]
    public void A_formula_of_other_values_has_no_matrix() =>
        Assert.Null(Matrix.Of(Sample.Item("a", 8, 2), Scoring.Default with { Formula = Formula.Parse("RICE") }));
}
