using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Planning;

public class ExpectedEffectTests
{
    [Theory]
    [InlineData("p95 30 s → 10 s", "5 s instead of 30 s", 0.8)]
    [InlineData("p95 30 s → 10 s", "p95 from 30 s to 10 s", 1.0)]
    [InlineData("p95 30 s → 10 s", "30 s -> 20 s", 2.0)]
    [InlineData("p95 30 s → 35 s", "at most 5 s", -0.2)]
    [InlineData("errors 40 % → 20 %", "below 10 % of 900 requests", 20 / 30.0)]
    [InlineData("p95 30 s → 10 s", "300 ms", null)]
    [InlineData("p95 30 s → 10 s", "much faster", null)]
    [InlineData("p95 30 s → 10 s", "less than 30 s", null)]
    [InlineData("files 30 → 10", "5 files", null)]
    [InlineData("much better", "5 s", null)]
    [InlineData("p95 30 s → ?", "5 s", null)]
    public void The_effect_is_divided_by_the_expected_one(string measured, string expected, double? share)
    {
        var item = Read($"- **Expected Outcome:** {expected}\n- **Measured Impact:** {measured}\n");

        Assert.Equal(Rounded(share), Rounded(ExpectedEffect.ShareReached(item)));
    }

    [Fact]
    public void Without_an_expected_outcome_the_success_criteria_have_the_target()
    {
        var item = Read("- **Success Criteria:** p95 below 5 s\n- **Measured Impact:** p95 30 s → 10 s\n");

        Assert.Equal(0.8, ExpectedEffect.ShareReached(item)!.Value, 9);
    }

    private static double? Rounded(double? share) => share is { } known ? Math.Round(known, 9) : null;

    private static Improvement Read(string fields) =>
        Assert.Single(
            BacklogReader
                .ReadBytes(
                    SourceFile.Named("a.md"),
                    System.Text.Encoding.UTF8.GetBytes($"# Improvements\n\n### [A-1] a ✅\n\n{fields}"),
                    new ReadingOptions()
                )
                .Improvements
        );
}
