using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Tests.Rules.Measure;

public sealed class RoiMismatchTests
{
    /// <summary>20 saved for 4 spent is 5, and 5% of that is 0.25.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(4.75, 0)]
    [InlineData(5.25, 0)]
    [InlineData(5.26, 1)]
    [InlineData(4.74, 1)]
    public void It_fires_beyond_five_percent(double roi, int findings) =>
        Assert.Equal(findings, Check(roi, 20, 4).Length);

    /// <summary>The year's 455 hours for 416 are 1.094, written as 1.09.</summary>
    [Fact]
    public void Rounding_is_not_a_mismatch() => Assert.Empty(Check(1.09, 455, 416));

    [Fact]
    public void It_gives_the_hours_at_the_written_value()
    {
        var violation = Assert.IsType<Violation>(Assert.Single(Check(5, 12, 3)));

        Assert.Equal("the written ROI is 5, but 12 hours saved ÷ 3 spent is 4", violation.Message);
        Assert.Equal((11, 12), (violation.Span.Line, violation.Span.Column));
    }

    [Theory]
    [InlineData(null, 3d)]
    [InlineData(12d, null)]
    [InlineData(12d, 0d)]
    public void Both_hours_must_be_known_and_some_spent(double? saved, double? spent) =>
        Assert.Empty(Check(5, saved, spent));

    [Fact]
    public void A_return_without_time_saved_passes() => Assert.Single(Check(0.5, 0, 3));

    private static RuleResult[] Check(double roi, double? saved, double? spent) =>
        Sample.Check(
            RoiMismatch.Rule,
            Sample.Backlog(Completed.DaysAgo(5).Hours(saved, spent) with { Roi = Sample.Written(roi, 11, 12) })
        );
}
