using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

public class RoundedFigureTests
{
    [Theory]
    [InlineData(2.0 / 3, 0.67, true)]
    [InlineData(2.0 / 3, 0.7, true)]
    [InlineData(2.0 / 3, 0.66, false)]
    [InlineData(76.5, 76, true)]
    [InlineData(76.5, 77, true)]
    [InlineData(76.51, 76, false)]
    [InlineData(72, 72.4, false)]
    [InlineData(50_000_000.125, 50_000_000.12, true)]
    [InlineData(double.PositiveInfinity, 1, false)]
    public void A_figure_is_compared_at_its_decimals(double exact, double shown, bool fits) =>
        Assert.Equal(fits, RoundedFigure.Fits(exact, shown));
}
