using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Rules.Document;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Rules.Document;

public class MissingContextTests
{
    [Fact]
    public void All_missing_fields_are_one_finding() =>
        Assert.Equal(
            "missing proposed solution and expected outcome (required for high and medium priority)",
            Check(Sample.Item("Item", 8, 2)).OnlyViolation().Message
        );

    [Fact]
    public void Only_missing_fields_are_named()
    {
        var bare = Sample.Item("Item", 6, 3);
        var item = bare with
        {
            Values = bare.Values.With(FieldCatalog.ProposedSolution, Sample.Written("Log the decisions")),
        };

        Assert.Equal(
            "missing expected outcome (required for high and medium priority)",
            Check(item).OnlyViolation().Message
        );
    }

    [Fact]
    public void Low_priority_needs_no_context() => Assert.Empty(Check(Sample.Item("Item", 4, 9)));

    [Fact]
    public void A_missing_priority_is_reported_by_the_rule_about_scores() => Assert.Empty(Check(Sample.Item("Item")));

    [Fact]
    public void A_bare_task_is_not_checked() =>
        Assert.Empty(Check(Sample.Item("Item", 8, 2) with { Form = ImprovementForm.Task }));

    [Theory]
    [InlineData(Status.Done)]
    [InlineData(Status.Deferred)]
    internal void Only_active_ones_are_asked(Status status) => Assert.Empty(Check(Sample.Item("Item", 8, 2, status)));

    [Fact]
    public void The_rows_of_a_table_without_such_columns_are_one_finding()
    {
        var row = Sample.Item("Row", 8, 2) with
        {
            Form = ImprovementForm.TableRow,
            Fields = [new Field(FieldCatalog.Impact, "Impact", "8", SourceSpan.FileStart)],
        };

        var found = Check(Sample.Item("Heading", 8, 2), row, row with { Impact = Sample.Written(6.0), Score = 54 });

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

        Assert.Equal(["Row"], Check(full, row).Titles());
    }

    [Fact]
    public void The_settings_choose_the_required_fields()
    {
        var lists = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("fields", ["owner"]);
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.Add("KZ501", new RuleSettings { Lists = lists }),
        };

        var found = Sample.Check(MissingContext.Rule, Sample.Backlog(Sample.Item("Item", 8, 2)), settings);

        Assert.StartsWith("missing owner (", found.OnlyViolation().Message, StringComparison.Ordinal);
    }

    private static RuleResult[] Check(params Improvement[] items) =>
        Sample.Check(MissingContext.Rule, Sample.Backlog(items));
}
