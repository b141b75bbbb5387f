using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>A scale that a file states once.</summary>
public class StatedScaleTests
{
    private static Improvement With(string statement, string impact = "4", ReadingOptions? options = null) =>
        Md.One(
            $"# Improvements\n\n{statement}\n\n## Open\n\n### [A-1] a\n\n- Impact: {impact}\n- Effort: 2\n",
            options
        );

    [Theory]
    [InlineData("Scale: 1 = low, 5 = high.")]
    [InlineData("Scale 1–5 (5 = best)")]
    [InlineData("Impact and effort are rated from 1 to 5.")]
    [InlineData("- Impact: 1-5\n- Effort: 1-5")]
    [InlineData("Impact / Effort (1 = low, 5 = high)")]
    [InlineData("Skala: 1 bis 5")]
    [InlineData("## Legend\n\n- **Impact:** 1 (none) to 5 (huge)\n- **Effort:** 1 (hours) to 5 (months)")]
    public void A_statement_holds_for_the_file(string statement)
    {
        var item = With(statement);

        Assert.Equal((8.0, 4.0, ValueOrigin.Rescaled), (item.Impact!.Value, item.Effort!.Value, item.Impact.Origin));
    }

    [Theory]
    [InlineData("Confidence scale: 1-5")]
    [InlineData("Takes 1-5 days.")]
    [InlineData("Pages 1-5 show the impact map.2")]
    [InlineData("Scale: 1-10")]
    [InlineData("Scale out to 5 workers.")]
    public void Other_texts_state_no_scale_of_five(string statement)
    {
        Assert.Equal(4, With(statement).Effort!.Value * 2);
    }

    [Fact]
    public void A_header_holds_for_the_same_field_elsewhere()
    {
        var items = Md.Read(
            "| Task | Impact (1-5) | Effort |\n|---|---|---|\n| a | 4 | 3 |\n\n### [A-1] b\n\n- Impact: 4\n- Effort: 3\n"
        ).Improvements;

        Assert.Equal([(8.0, 3.0), (8.0, 3.0)], items.Select(item => (item.Impact!.Value, item.Effort!.Value)));
    }

    [Fact]
    public void The_same_number_with_and_without_its_scale_is_not_a_contradiction()
    {
        var item = Md.One(
            "Scale: 1 = low, 5 = high.\n\n| Title | I | E |\n|---|---|---|\n| a | 4 | 3 |\n\n### 1. a\n\n- Impact (1-5): 4\n- Effort (1-5): 3\n"
        );

        Assert.Empty(item.Contradictions);
    }

    [Fact]
    public void A_scale_of_the_value_the_settings_or_another_number_has_precedence()
    {
        var options = new ReadingOptions { Scoring = new Scoring { Scale = 5 } };

        Assert.Equal(4, With("Scale: 1-5", "4/10").Impact!.Value);
        Assert.Equal(8, With("Scale: 1-10", "4", options).Impact!.Value);
        Assert.Equal((8.0, 2.0), (With("Scale: 1-5", "8").Impact!.Value, With("Scale: 1-5", "8").Effort!.Value));
    }

    [Fact]
    public void Two_different_scales_decide_nothing()
    {
        Assert.Equal(4, With("Impact: 1-5\n\nImpact: 1-10").Impact!.Value);
    }
}
