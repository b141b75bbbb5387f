using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Prioritize;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Prioritize;

public class EverythingHighPriorityTests
{
    [Fact]
    public void Nine_of_ten_is_an_error()
    {
        var found = Check([.. High(9), .. Low(1)]).OnlyViolation();

        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal("90% of active improvements are high priority (9 of 10); the maximum is 50%", found.Message);
    }

    [Fact]
    public void Half_of_them_may_be_high() => Assert.Empty(Check([.. High(5), .. Low(5)]));

    [Fact]
    public void More_than_half_is_a_warning() =>
        Assert.Equal(Severity.Warning, Check([.. High(6), .. Low(5)]).OnlyViolation().Severity);

    // 63 ÷ 90 is exactly the bound, though 0.7 × 90 is not 63 in binary.
    [Theory]
    [InlineData(7, 3)]
    [InlineData(63, 27)]
    public void Seventy_percent_is_not_an_error(int high, int low) =>
        Assert.Equal(Severity.Warning, Check([.. High(high), .. Low(low)]).OnlyViolation().Severity);

    [Fact]
    public void Seven_active_improvements_are_too_few()
    {
        var missing = Check([.. High(7), Sample.Item("Parked", 9, 1, Status.Deferred)]).OnlyNotEvaluated();

        Assert.Equal((7, 8), (missing.Has, missing.Needs));
    }

    [Fact]
    public void Without_figures_the_label_counts() =>
        Assert.Single(Check([.. Unscored(8, item => item with { WrittenPriority = Sample.Written(Priority.High) })]));

    [Fact]
    public void Without_figures_and_label_the_section_counts()
    {
        var section = new Section("P0", 2, SourceSpan.FileStart, Priority.High, null);

        Assert.Single(Check([.. Unscored(8, item => item with { Section = section })]));
    }

    [Fact]
    public void Scores_take_precedence_over_labels() =>
        Assert.Empty(Check([.. Low(8).Select(item => item with { WrittenPriority = Sample.Written(Priority.High) })]));

    private static IEnumerable<Improvement> High(int count) =>
        Enumerable.Range(0, count).Select(number => Sample.Item($"High {number}", 10, 4));

    private static IEnumerable<Improvement> Low(int count) =>
        Enumerable.Range(0, count).Select(number => Sample.Item($"Low {number}", 9, 4));

    private static IEnumerable<Improvement> Unscored(int count, Func<Improvement, Improvement> label) =>
        Enumerable.Range(0, count).Select(number => label(Sample.Item($"Unscored {number}")));

    private static RuleResult[] Check(Improvement[] items) =>
        Sample.Check(EverythingHighPriority.Rule, Sample.Backlog(items));
}
