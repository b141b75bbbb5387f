using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Checking;

public sealed class SuppressionTests
{
    [Fact]
    public void A_suppression_of_the_next_item_applies_to_that_item_only()
    {
        var findings = TestRules.Check(With(NextItem(0, "KZ801", "known")), TestRules.Each).Findings;
        Assert.Equal([true, false], findings.Select(finding => finding.IsSuppressed));
        Assert.Equal("known", findings[0].SuppressionReason);
    }

    [Fact]
    public void A_suppression_of_the_file_applies_to_the_whole_file() =>
        Assert.All(
            TestRules.Check(With(File("each-item", "known")), TestRules.Each).Findings,
            finding => Assert.True(finding.IsSuppressed)
        );

    [Fact]
    public void Ids_and_names_may_have_any_case() =>
        Assert.All(
            TestRules.Check(With(File("Each-Item", "known")), TestRules.Each).Findings,
            finding => Assert.True(finding.IsSuppressed)
        );

    [Fact]
    public void A_suppression_does_not_apply_to_other_rules() =>
        Assert.Equal(
            [true, false, true, false],
            TestRules
                .Check(With(File("KZ801", "known")), TestRules.Each, TestRules.Warn)
                .Findings.Select(finding => finding.IsSuppressed)
        );

    [Fact]
    public void A_suppression_does_not_apply_to_other_files()
    {
        var other = With() with { File = SourceFile.Named("A.md") };
        var verdict = TestRules.Check(
            [other, With(File("KZ801", "known"))],
            GateSettings.Default,
            null,
            TestRules.Each
        );
        Assert.Equal([false, false, true, true], verdict.Findings.Select(finding => finding.IsSuppressed));
    }

    [Fact]
    public void Suppressed_findings_do_not_fail_the_gate() =>
        Assert.Equal(0, TestRules.Check(With(File("KZ801", "known")), TestRules.Each).ExitCode);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Without_a_reason_nothing_is_suppressed(string? reason)
    {
        var verdict = TestRules.Check(With(File("KZ801", reason)), TestRules.Each);
        Assert.All(verdict.Findings, finding => Assert.False(finding.IsSuppressed));
        Assert.Equal(
            ["the suppression of \"KZ801\" has no reason, so it has no effect; add one after a colon"],
            Useless(verdict)
        );
    }

    [Fact]
    public void A_suppression_without_a_rule_is_useless() =>
        Assert.Equal(
            ["the suppression names no rule; add one, as in `kaizen-disable KZ305: reason`"],
            Useless(TestRules.Check(With(new Suppression(SuppressionScope.File, [], "known", At, null))))
        );

    [Fact]
    public void A_suppression_of_an_unknown_rule_is_useless_and_names_a_similar_rule() =>
        Assert.Equal(
            ["unknown rule \"each-itme\"; did you mean each-item?"],
            Useless(TestRules.Check(With(File("each-itme", "known")), TestRules.Each))
        );

    [Fact]
    public void A_suppression_that_suppresses_nothing_is_useless() =>
        Assert.Equal(
            ["the suppression of KZ805 has no effect in this file; remove it"],
            Useless(TestRules.Check(With(File("content-rule", "known")), TestRules.Content))
        );

    [Fact]
    public void Each_rule_of_a_suppression_is_checked_by_itself() =>
        Assert.Equal(
            ["the suppression of KZ805 has no effect here; remove it"],
            Useless(
                TestRules.Check(
                    With(new Suppression(SuppressionScope.NextItem, ["KZ801", "KZ805"], "known", At, 0)),
                    TestRules.Each,
                    TestRules.Content
                )
            )
        );

    [Fact]
    public void A_suppression_after_the_last_item_is_useless() =>
        Assert.Equal(
            ["no improvement follows the suppression of KZ801; move it before one or remove it"],
            Useless(TestRules.Check(With(NextItem(null, "KZ801", "known")), TestRules.Each))
        );

    [Fact]
    public void A_suppression_of_a_rule_that_was_not_evaluated_is_not_useless() =>
        Assert.Empty(Useless(TestRules.Check(With(File("KZ804", "known")), TestRules.Silent)));

    [Fact]
    public void A_suppression_of_a_rule_that_is_off_is_not_useless() =>
        Assert.Empty(
            Useless(
                TestRules.Check(
                    [With(File("KZ805", "known"))],
                    TestRules.With((TestRules.Content, Severity.Off)),
                    null,
                    TestRules.Content
                )
            )
        );

    [Fact]
    public void Two_suppressions_of_the_same_finding_are_both_useful() =>
        Assert.Empty(
            Useless(
                TestRules.Check(With(NextItem(0, "KZ801", "this one"), File("KZ801", "all of them")), TestRules.Each)
            )
        );

    [Fact]
    public void The_reason_of_a_suppression_for_one_item_precedes_that_for_the_file() =>
        Assert.Equal(
            ["this one", "all of them"],
            TestRules
                .Check(With(File("KZ801", "all of them"), NextItem(0, "KZ801", "this one")), TestRules.Each)
                .Findings.Select(finding => finding.SuppressionReason)
        );

    [Fact]
    public void Suppressed_findings_are_not_counted() =>
        Assert.Equal(1, TestRules.Check(With(NextItem(0, "KZ801", "known")), TestRules.Each).Count(Severity.Error));

    [Fact]
    public void The_finding_of_a_useless_suppression_can_be_suppressed()
    {
        var verdict = TestRules.Check(
            With(File("KZ805", "for later"), File("KZ906", "we keep them")),
            TestRules.Content
        );
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(("KZ906", true), (finding.Rule.Id, finding.IsSuppressed));
    }

    [Fact]
    public void A_suppression_of_useless_suppressions_can_be_useless_itself() =>
        Assert.Equal(
            ["the suppression of KZ906 has no effect in this file; remove it"],
            Useless(TestRules.Check(With(File("KZ906", "we keep them"))))
        );

    [Fact]
    public void A_useless_suppression_is_shown_at_its_comment()
    {
        var finding = Assert.Single(TestRules.Check(With(File("KZ805", "known")), TestRules.Content).Findings);
        Assert.Equal((At, Severity.Warning), (finding.Span, finding.Severity));
    }

    private static SourceSpan At { get; } = SourceSpan.OnLine(0, 10, 2, 1);

    private static Backlog With(params Suppression[] suppressions) =>
        Sample.Backlog(Sample.Item("One"), Sample.Item("Two")) with
        {
            Suppressions = [.. suppressions],
        };

    private static Suppression NextItem(int? item, string rule, string? reason) =>
        new(SuppressionScope.NextItem, [rule], reason, At, item);

    private static Suppression File(string rule, string? reason) =>
        new(SuppressionScope.File, [rule], reason, At, null);

    private static IEnumerable<string> Useless(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Rule.Id == "KZ906").Select(finding => finding.Message);
}
