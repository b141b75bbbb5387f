using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Capture;

namespace KaizenGate.Core.Tests.Rules.Capture;

public class RecurringImprovementTests
{
    [Fact]
    public void The_later_of_two_open_improvements_is_reported_with_the_earlier_one()
    {
        var found = Check(
                Sample.Backlog(
                    Sample.Item("Speed up the build", id: "IMP-1"),
                    Sample.Item("Show the failing query"),
                    Sample.Item("Speed up the slow build", id: "IMP-2")
                )
            )
            .OnlyViolation();

        Assert.Equal("Speed up the slow build", found.Item?.Title);
        Assert.Equal(9, found.Span.Line);
        Assert.Equal(
            "the title shares 4 of 5 words with \"Speed up the build\" on line 3; make it a sighting of that one (`dotnet kaizen seen`) or make the difference clear",
            found.Message
        );
    }

    [Fact]
    public void An_open_improvement_repeats_a_completed_one_below_it()
    {
        var found = Check(
                Sample.Backlog(
                    Sample.Item("Speed up the build"),
                    Sample.Item("Speed up the build!", status: Status.Done)
                )
            )
            .OnlyViolation();

        Assert.Equal("Speed up the build", found.Item?.Title);
        Assert.Contains("\"Speed up the build!\" on line 6 (completed);", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sightings_of_the_earlier_one_are_counted()
    {
        var backlog = Sample.Backlog(
            Sample.Item("Speed up the build") with
            {
                Seen = Seen("2026-02-01", "2026-02-03"),
            },
            Sample.Item("Speed up the slow build")
        );

        Assert.Contains(
            "\"Speed up the build\" on line 3 (seen again 2 times);",
            Check(backlog).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2026-02-01", 0)]
    [InlineData("2026-02-10", 0)]
    [InlineData("2026-02-11", 1)]
    public void A_completed_improvement_that_is_seen_again_afterwards_did_not_last(string seen, int findings)
    {
        var item = Sample.Item("Speed up the build", status: Status.Done) with
        {
            Completed = Sample.Written(new DateOnly(2026, 2, 10)),
            Seen = Seen(seen),
        };

        Assert.Equal(findings, Check(Sample.Backlog(item)).OfType<Violation>().Count());
    }

    [Fact]
    public void An_open_improvement_that_is_seen_again_is_not_a_finding() =>
        Assert.Empty(Check(Sample.Backlog(Sample.Item("Speed up the build") with { Seen = Seen("2026-02-11") })));

    private static Written<Sightings> Seen(params string[] days) =>
        new(
            new([.. days.Select(day => new Sighting(DateOnly.Parse(day, CultureInfo.InvariantCulture), null))]),
            string.Join(", ", days),
            SourceSpan.FileStart
        );

    [Fact]
    public void An_open_improvement_repeats_one_in_the_archive()
    {
        var backlog = Sample.Backlog(Sample.Item("Speed up the build")) with
        {
            Archive = Sample.Backlog(Sample.Item("Speed up the build", status: Status.Done)),
        };

        Assert.Contains(
            "on line 3 of the archive (completed)",
            Check(backlog).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_completed_improvement_of_a_longer_archive_is_found()
    {
        var backlog = Sample.Backlog(Sample.Item("Speed up the build")) with
        {
            Archive = Sample.Backlog(
                Sample.Item("Rename the branch", status: Status.Done),
                Sample.Item("Speed up the build", status: Status.Done)
            ),
        };

        Assert.Contains(
            "on line 6 of the archive (completed)",
            Check(backlog).OnlyViolation().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_completed_improvements_may_be_equal() =>
        Assert.Empty(
            Check(
                Sample.Backlog(
                    Sample.Item("Update the packages", status: Status.Done),
                    Sample.Item("Update the packages", status: Status.Done)
                )
            )
        );

    [Fact]
    public void A_rejected_improvement_may_come_back() =>
        Assert.Empty(
            Check(
                Sample.Backlog(
                    Sample.Item("Rewrite the parser", status: Status.Rejected),
                    Sample.Item("Rewrite the parser")
                )
            )
        );

    [Fact]
    public void A_duplicate_id_is_reported_by_its_own_rule() =>
        Assert.Empty(
            Check(
                Sample.Backlog(
                    Sample.Item("Speed up the build", id: "IMP-1"),
                    Sample.Item("Speed up the build", id: "imp-1")
                )
            )
        );

    [Fact]
    public void Of_three_equal_improvements_the_later_two_name_the_first()
    {
        var found = Check(Sample.Backlog(Sample.Item("A b c"), Sample.Item("a B c"), Sample.Item("a b C")));

        Assert.Equal(2, found.Length);
        Assert.All(
            found,
            result =>
                Assert.Contains(
                    "\"A b c\" on line 3",
                    Assert.IsType<Violation>(result).Message,
                    StringComparison.Ordinal
                )
        );
    }

    private static RuleResult[] Check(Backlog backlog) => Sample.Check(RecurringImprovement.Rule, backlog);
}
