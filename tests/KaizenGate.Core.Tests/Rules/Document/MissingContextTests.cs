using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Document;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Document;

public class MissingContextTests
{
    [Fact]
    public void All_that_is_missing_is_one_finding() =>
        Assert.Equal(
            "missing proposed solution and expected outcome (required for high and medium priority)",
            Judge(Sample.Item("Item", 8, 2)).OnlyViolation().Message
        );

    [Fact]
    public void Only_what_is_missing_is_named()
    {
        var bare = Sample.Item("Item", 6, 3);
        var item = bare with
        {
            Values = bare.Values.With(FieldCatalog.ProposedSolution, Sample.Written("Log the decisions")),
        };

        Assert.Equal(
            "missing expected outcome (required for high and medium priority)",
            Judge(item).OnlyViolation().Message
        );
    }

    [Fact]
    public void Low_priority_needs_no_context_yet() => Assert.Empty(Judge(Sample.Item("Item", 4, 9)));

    [Fact]
    public void What_has_no_priority_is_left_to_the_rule_on_scores() => Assert.Empty(Judge(Sample.Item("Item")));

    [Fact]
    public void A_bare_task_cannot_be_asked() =>
        Assert.Empty(Judge(Sample.Item("Item", 8, 2) with { Form = ImprovementForm.Task }));

    [Theory]
    [InlineData(Status.Done)]
    [InlineData(Status.Deferred)]
    internal void Only_active_ones_are_asked(Status status) => Assert.Empty(Judge(Sample.Item("Item", 8, 2, status)));

    [Fact]
    public void The_rows_of_a_table_without_such_columns_are_one_finding()
    {
        var row = Sample.Item("Row", 8, 2) with
        {
            Form = ImprovementForm.TableRow,
            Fields = [new Field(FieldCatalog.Impact, "Impact", "8", SourceSpan.FileStart)],
        };

        var found = Judge(Sample.Item("Heading", 8, 2), row, row with { Impact = Sample.Written(6.0), Score = 54 });

        Assert.Equal(
            [
                "missing proposed solution and expected outcome (required for high and medium priority)",
                "missing proposed solution and expected outcome in 2 rows, starting with this one "
                    + "(required for high and medium priority)",
            ],
            found.Select(result => Assert.IsType<Violation>(result).Message)
        );
    }

    [Fact]
    public void A_row_that_alone_lacks_something_is_named()
    {
        var row = Sample.Item("Row", 8, 2) with
        {
            Form = ImprovementForm.TableRow,
            Fields = [new Field(FieldCatalog.Impact, "Impact", "8", SourceSpan.FileStart)],
        };
        var full = row with
        {
            Values = row.Values.With(FieldCatalog.ProposedSolution, Sample.Written("Cache it")),
            ExpectedOutcome = Sample.Written("4 min instead of 9"),
        };

        Assert.Equal(["Row"], Judge(full, row).Titles());
    }

    [Fact]
    public void The_settings_say_what_is_asked_for()
    {
        var lists = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("fields", ["owner"]);
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add("KZ501", new RuleSettings { Lists = lists }),
        };

        var found = Sample.Judge(MissingContext.Rule, Sample.Backlog(Sample.Item("Item", 8, 2)), settings);

        Assert.StartsWith("missing owner (", found.OnlyViolation().Message, StringComparison.Ordinal);
    }

    private static RuleResult[] Judge(params Improvement[] items) =>
        Sample.Judge(MissingContext.Rule, Sample.Backlog(items));
}
