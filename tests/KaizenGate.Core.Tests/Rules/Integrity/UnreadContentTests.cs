using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Integrity;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Integrity;

public class UnreadContentTests
{
    [Fact]
    public void Without_unread_entries_there_is_no_finding() => Assert.Empty(Check(read: 3));

    [Theory]
    [InlineData(0, 1, Severity.Error)]
    [InlineData(1, 1, Severity.Warning)]
    [InlineData(3, 4, Severity.Error)]
    [InlineData(4, 3, Severity.Warning)]
    internal void It_is_an_error_when_more_is_unread_than_read(int read, int unread, Severity severity) =>
        Assert.Equal(
            severity,
            Check(read, Sample.Unread("the box \"[w]\" is not known", unread)).OnlyViolation().Severity
        );

    [Fact]
    public void It_gives_the_figures_the_first_place_and_the_most_frequent_reason()
    {
        var found = Check(
                4,
                Sample.Unread("the column \"Story\" is not known", 1, line: 9),
                Sample.Unread("the box \"[w]\" is not known", 2, line: 20)
            )
            .OnlyViolation();

        Assert.Equal(
            "3 of 7 entries are unread: the box \"[w]\" is not known (2); run `dotnet kaizen read`",
            found.Message
        );
        Assert.Equal(9, found.Span.Line);
    }

    [Fact]
    public void One_unread_entry_of_one_is_in_the_singular() =>
        Assert.StartsWith(
            "1 of 1 entry is unread: ",
            Check(0, Sample.Unread("it has no box", 1)).OnlyViolation().Message,
            StringComparison.Ordinal
        );

    private static RuleResult[] Check(int read, params ImmutableArray<UnreadParts> unread) =>
        Sample.Check(
            UnreadContent.Rule,
            Sample.Backlog() with
            {
                Account = new() { Read = read, Unread = unread },
            }
        );
}
