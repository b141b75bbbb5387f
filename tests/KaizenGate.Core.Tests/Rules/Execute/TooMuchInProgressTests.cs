using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Execute;

namespace KaizenGate.Core.Tests.Rules.Execute;

public sealed class TooMuchInProgressTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void It_fires_from_the_fourth_on(int count, int findings) =>
        Assert.Equal(findings, Check(Owned("Ana", count)).Length);

    [Fact]
    public void It_names_the_owner_at_the_first_improvement_over_the_limit()
    {
        var violation = Assert.IsType<Violation>(Assert.Single(Check(Owned("Ana", 5))));

        Assert.Equal("\"Ana\" has 5 improvements in progress; the maximum is 3", violation.Message);
        Assert.Equal((12, 3), (violation.Span.Line, violation.Item?.Order));
    }

    [Fact]
    public void Each_owner_is_checked_alone() =>
        Assert.Equal(
            "\"Ben\" has 4 improvements in progress; the maximum is 3",
            Assert.IsType<Violation>(Assert.Single(Check([.. Owned("Ana", 3), .. Owned("Ben", 4)]))).Message
        );

    [Fact]
    public void A_name_is_the_same_in_any_case() => Assert.Single(Check([.. Owned("Ana", 2), .. Owned("ana ", 2)]));

    [Fact]
    public void Improvements_without_an_owner_count_as_one_owner() =>
        Assert.Equal(
            "4 improvements in progress have no owner; the maximum is 3",
            Assert.IsType<Violation>(Assert.Single(Check(Owned(null, 4)))).Message
        );

    [Fact]
    public void Only_improvements_in_progress_count() =>
        Assert.Empty(Check([.. Owned("Ana", 9).Select(item => item with { Status = Status.ToDo })]));

    private static Improvement[] Owned(string? owner, int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                    Sample.Item($"a {number}", status: Status.InProgress) with
                    {
                        Owner = owner is null ? null : Sample.Written(owner),
                    }
                ),
        ];

    private static RuleResult[] Check(Improvement[] items) =>
        Sample.Check(TooMuchInProgress.Rule, Sample.Backlog(items));
}
