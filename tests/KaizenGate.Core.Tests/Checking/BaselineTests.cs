using System.Globalization;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Checking;

public sealed class BaselineTests
{
    private static readonly SourceFile File = SourceFile.Named("kaizen.baseline.json");

    private static readonly Backlog Two = Sample.Backlog(Sample.Item("One"), Sample.Item("Two"));

    [Fact]
    public void A_finding_that_the_baseline_accepts_does_not_count()
    {
        var verdict = Check("""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "2026-02-20"}""");
        Assert.Equal([true, false], verdict.Findings.Select(finding => finding.IsBaselined));
    }

    [Fact]
    public void A_finding_about_the_backlog_is_accepted_by_an_entry_without_item()
    {
        var verdict = TestRules.Check(
            [Two],
            GateSettings.Default,
            Read(
                Entries("""{"rule": "whole-backlog", "item": null, "path": "IMPROVEMENTS.md", "date": "2026-02-20"}""")
            ),
            TestRules.Whole
        );
        Assert.True(Assert.Single(verdict.Findings).IsBaselined);
    }

    [Fact]
    public void An_entry_accepts_nothing_in_another_file()
    {
        var verdict = Check("""{"rule": "KZ801", "item": "One", "path": "docs/OTHER.md", "date": "2026-02-20"}""");
        Assert.All(verdict.Findings, finding => Assert.False(finding.IsBaselined));
    }

    [Fact]
    public void An_entry_of_an_unchecked_file_is_not_obsolete() =>
        Assert.Empty(
            Obsolete(Check("""{"rule": "KZ801", "item": "Gone", "path": "docs/OTHER.md", "date": "2026-02-20"}"""))
        );

    [Fact]
    public void An_entry_that_no_longer_fires_is_obsolete_and_reported_at_its_place()
    {
        var verdict = Check("""{"rule": "KZ801", "item": "Gone", "path": "IMPROVEMENTS.md", "date": "2026-02-20"}""");
        var finding = Assert.Single(Obsolete(verdict));
        Assert.Equal("the entry for KZ801 on \"Gone\" no longer fires; remove it", finding.Message);
        Assert.Equal(
            ("kaizen.baseline.json", 3, 3, Severity.Warning),
            (finding.File.Path, finding.Span.Line, finding.Span.Column, finding.Severity)
        );
    }

    [Theory]
    [InlineData("2026-03-01", false)]
    [InlineData("2026-03-02", true)]
    public void An_entry_is_valid_on_its_last_day(string expires, bool holds)
    {
        var verdict = Check(
            $$"""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "2026-02-20", "expires": "{{expires}}"}"""
        );
        Assert.Equal(holds, verdict.Findings.Any(finding => finding.IsBaselined));
        Assert.Equal(holds, !Obsolete(verdict).Any());
    }

    [Theory]
    [InlineData("2025-12-02", true)]
    [InlineData("2025-12-01", false)]
    public void An_entry_without_expiry_is_valid_for_90_days(string date, bool holds) =>
        Assert.Equal(
            holds,
            Check($$"""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "{{date}}"}""")
                .Findings.Any(finding => finding.IsBaselined)
        );

    [Theory]
    [InlineData("2025-03-02", true)]
    [InlineData("2025-03-01", false)]
    public void An_entry_is_valid_for_at_most_a_year(string date, bool holds)
    {
        var verdict = Check(
            $$"""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "{{date}}", "expires": "2036-01-01"}"""
        );

        Assert.Equal(holds, verdict.Findings.Any(finding => finding.IsBaselined));
        Assert.Equal(
            holds
                ? []
                :
                [
                    "the entry for KZ801 on \"One\" expired on 2026-03-01; fix the finding and remove the entry, or renew it",
                ],
            Obsolete(verdict).Select(finding => finding.Message)
        );
    }

    [Theory]
    [InlineData("2026-03-03", true)]
    [InlineData("2026-03-04", false)]
    public void An_entry_of_tomorrow_may_come_from_another_time_zone_and_a_later_one_has_no_effect(
        string date,
        bool holds
    )
    {
        var verdict = Check(
            $$"""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "{{date}}", "expires": "2026-04-01"}"""
        );

        Assert.Equal(holds, verdict.Findings.Any(finding => finding.IsBaselined));
        Assert.Equal(
            holds
                ? []
                :
                [
                    "the entry for KZ801 on \"One\" is dated 2026-03-04, in the future, and has no effect; renew it, or remove it",
                ],
            Obsolete(verdict).Select(finding => finding.Message)
        );
    }

    [Theory]
    [InlineData("""  "since": "2025-09-02" """, "2025-09-02")]
    [InlineData("""  "since": "2026-02-28" """, "2026-02-20")]
    [InlineData("""  "reason": "waits" """, "2026-02-20")]
    public void The_age_of_an_entry_counts_from_the_day_it_was_first_accepted(string more, string since) =>
        Assert.Equal(
            DateOnly.Parse(since, CultureInfo.InvariantCulture),
            Check($$"""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "2026-02-20",{{more}}}""")
                .Findings.Max(finding => finding.BaselinedSince)
        );

    [Fact]
    public void An_expired_entry_shows_its_expiry() =>
        Assert.Equal(
            "the entry for KZ801 on \"One\" expired on 2026-02-28; fix the finding and remove the entry, or renew it",
            Assert
                .Single(
                    Obsolete(
                        Check(
                            """{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "2026-02-20", "expires": "2026-02-28"}"""
                        )
                    )
                )
                .Message
        );

    [Fact]
    public void An_entry_of_a_rule_that_was_not_evaluated_is_not_obsolete() =>
        Assert.Empty(
            Obsolete(Check("""{"rule": "KZ804", "path": "IMPROVEMENTS.md", "date": "2026-02-20"}""", TestRules.Silent))
        );

    [Fact]
    public void An_entry_of_a_rule_that_is_off_is_not_obsolete() =>
        Assert.Empty(
            Obsolete(
                TestRules.Check(
                    [Two],
                    TestRules.With((TestRules.Each, Severity.Off)),
                    Read(
                        Entries("""{"rule": "KZ801", "item": "One", "path": "IMPROVEMENTS.md", "date": "2026-02-20"}""")
                    ),
                    TestRules.Each
                )
            )
        );

    [Theory]
    [InlineData("{}", 1, 1, "the file has no key \"schemaVersion\"")]
    [InlineData("{\"schemaVersion\": 1}", 1, 1, "the file has no key \"entries\"")]
    [InlineData("{\"schemaVersion\": 2, \"entries\": []}", 1, 19, "schemaVersion must be 1, not 2")]
    [InlineData("{\"schemaVersion\": 1, \"entires\": []}", 1, 22, "unknown key \"entires\"")]
    [InlineData("{\"schemaVersion\": 1, \"entries\": [{}]}", 1, 34, "entries[0] has no key \"rule\"")]
    [InlineData(
        "{\"schemaVersion\": 1, \"entries\": [{\"rule\": \"KZ8011\"}]}",
        1,
        43,
        "entries[0].rule must be the id or the name of a rule, not \"KZ8011\""
    )]
    [InlineData(
        "{\"schemaVersion\": 1, \"entries\": [\n{\"rule\": \"KZ801\", \"date\": \"1.2.2026\"}]}",
        2,
        27,
        "entries[0].date must be a date such as \"2026-03-02\", not \"1.2.2026\""
    )]
    public void An_invalid_baseline_is_an_error_with_its_place(string json, int line, int column, string message)
    {
        var error = Assert.Throws<InputException>(() => Read(json)).Error;
        Assert.Equal(
            ("kaizen.baseline.json", line, column, message),
            (error.Path!, error.Line, error.Column, error.Message)
        );
    }

    [Fact]
    public void Nothing_may_follow_the_object_of_a_baseline()
    {
        var error = Assert.Throws<InputException>(() => Read("{\"schemaVersion\": 1, \"entries\": []}\n{}")).Error;
        Assert.Equal(("kaizen.baseline.json", 2, 1), (error.Path!, error.Line, error.Column));
    }

    [Fact]
    public void A_missing_baseline_is_null() =>
        Assert.Null(Baseline.Load(new(Path.Combine(Path.GetTempPath(), "no-such-baseline.json"), "x", "x"), []));

    [Fact]
    public void A_baseline_is_read_from_its_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(
                path,
                """
                {
                  "schemaVersion": 1, // the first
                  "entries": [
                    {
                      "rule": "each-item", "item": "PAY-3", "path": "docs/BACKLOG.md", "commit": "0a1b2c3",
                      "date": "2026-03-02", "expires": "2026-04-01", "reason": "waits for the new gateway",
                    },
                  ],
                }
                """
            );
            var entry = Baseline.Load(new(path, "b.json", "b.json"), Known)!.Entries.Single();
            Assert.Equal(
                new BaselineEntry
                {
                    RuleId = "KZ801",
                    Item = "PAY-3",
                    Path = "docs/BACKLOG.md",
                    Commit = "0a1b2c3",
                    Date = new(2026, 3, 2),
                    Expires = new(2026, 4, 1),
                    Reason = "waits for the new gateway",
                    Span = SourceSpan.OnLine(56, 1, 4, 5),
                },
                entry
            );
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static KnownRule[] Known => [TestRules.Each.Known, TestRules.Whole.Known, TestRules.Silent.Known];

    private static Verdict Check(string entry, Rule? rule = null) =>
        TestRules.Check([Two], GateSettings.Default, Read(Entries(entry)), rule ?? TestRules.Each);

    private static string Entries(string entry) =>
        $$"""
            {"schemaVersion": 1,
             "entries": [
              {{entry}}
            ]}
            """;

    private static Baseline Read(string json) => Baseline.Read(File, Encoding.UTF8.GetBytes(json), Known);

    private static IEnumerable<Finding> Obsolete(Verdict verdict) =>
        verdict.Findings.Where(finding => finding.Rule.Id == "KZ907");
}
