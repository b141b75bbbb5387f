using System.Text.RegularExpressions;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

public sealed partial class ScreenReportTests
{
    private static readonly SourceFile File = SourceFile.Named("B.md");

    private static readonly Verdict Failed = SampleVerdicts.Clean with { Outcome = Outcome.Fail };

    private static readonly Improvement Cache = SampleVerdicts.Item("IMP-1", "Cache", 1, 1);

    private static readonly string[] Messages =
    [
        "impact is missing",
        "影響と労力が足りません",
        "🙂🙂🙂",
        "x\e[31m\u202Ey",
        new('長', 200),
    ];

    [Fact]
    public void The_groups_are_ordered_and_the_last_lines_are_the_verdict_the_figures_and_the_next_command()
    {
        var verdict = Failed with
        {
            Findings =
            [
                Found(SampleRules.Overdue, 3, "the date has passed") with
                {
                    Item = Cache,
                },
                Found(SampleRules.Unscored, 4, "IMP-1 has no impact") with
                {
                    Item = Cache,
                },
                Found(SampleRules.Unscored, 7, "effort is missing") with
                {
                    Item = Cache,
                },
                Found(SampleRules.LowRate, 1, "20% are executed"),
            ],
        };

        Assert.Equal(
            """
            error KZ301 low-execution-rate · 1 finding
              B.md:1:5 20% are executed
              → Do away with `low-execution-rate`.
            error KZ201 unscored · 2 findings
              B.md:4:5 IMP-1 has no impact
              B.md:7:5 effort is missing — IMP-1 Cache
              → Do away with `unscored`.
            warning KZ307 overdue · 1 finding
              B.md:3:5 the date has passed — IMP-1 Cache
              → Do away with `overdue`.

            gate failed: 3 errors, 1 warning (KZ201, KZ301)
            figures        12 open · 20 identified · 7 executed · execution rate 35% of all
                           identified · arrivals 1.3/week and departures 0.5/week in the
                           last 12 weeks · drain time 24 weeks
            next           dotnet kaizen explain KZ301
            """.ReplaceLineEndings("\n"),
            string.Join('\n', Lines(verdict, new(80, 40)))
        );
    }

    [Fact]
    public void Findings_are_grouped_by_improvement_on_request()
    {
        var verdict = Failed with
        {
            Findings =
            [
                Found(SampleRules.Overdue, 3, "the date has passed") with
                {
                    Item = Cache,
                },
                Found(SampleRules.Unscored, 4, "impact is missing") with
                {
                    Item = Cache,
                },
                Found(SampleRules.LowRate, 1, "20% are executed"),
            ],
        };

        Assert.Equal(
            [
                "error B.md · 1 finding",
                "  B.md:1:5 error KZ301 20% are executed",
                "error IMP-1 Cache · 2 findings",
                "  B.md:4:5 error KZ201 impact is missing",
                "  B.md:3:5 warning KZ307 the date has passed",
            ],
            Lines(verdict, new(80, 40, GroupsByItem: true)).TakeWhile(line => line.Length > 0)
        );
    }

    [Fact]
    public void What_fails_the_gate_keeps_more_places_when_space_is_short()
    {
        var lines = Lines(SampleVerdicts.Crowded(50), new(80, 16));

        Assert.Equal(3, lines.Count(line => line.Contains("impact is missing", StringComparison.Ordinal)));
        Assert.Contains("  and 47 more", lines);
        Assert.Contains("  and 49 more", lines);
        Assert.Contains("--all shows all 100 findings", lines);
    }

    [Fact]
    public void Every_finding_is_shown_without_a_height() =>
        Assert.Equal(100, Lines(SampleVerdicts.Crowded(50), new(80, null)).Count(line => Place().IsMatch(line)));

    [Fact]
    public void Rules_that_do_not_fit_are_counted()
    {
        var verdict = Failed with
        {
            Backlogs = [],
            Findings = [.. Enumerable.Range(1, 30).Select(n => Found(Numbered(n), n, "wrong"))],
        };

        var lines = Lines(verdict, new(80, 12));

        Assert.True(lines.Length < 12);
        Assert.Matches(
            "^and [0-9]+ more rules with [0-9]+ findings; --all shows them$",
            lines.TakeWhile(line => line.Length > 0).Last()
        );
    }

    [Fact]
    public void No_output_is_longer_than_the_screen_or_wider_than_its_columns() =>
        Gen.Select(
                Gen.Int[60, 120],
                Gen.Int[20, 60],
                Gen.Int[0, 300],
                Gen.Int[1, 40],
                Gen.Bool,
                Gen.Int[0, Messages.Length - 1].Select(n => Messages[n])
            )
            .Sample(
                (width, height, count, rules, byItem, message) =>
                {
                    var verdict = Failed with
                    {
                        Findings =
                        [
                            .. Enumerable
                                .Range(0, count)
                                .Select(n =>
                                    Found(Numbered(n % rules), n + 1, message) with
                                    {
                                        Item = SampleVerdicts.Item($"IMP-{n}", message, 1, 1),
                                    }
                                ),
                        ],
                    };

                    var lines = Lines(verdict, new(width, height, byItem));

                    Assert.True(lines.Length < height, $"{lines.Length} lines on {height} rows");
                    Assert.All(lines, line => Assert.True(ColumnWidth.Of(line) <= width, line));
                },
                iter: 500
            );

    [Fact]
    public void A_quiet_report_has_no_notes_and_no_figures() =>
        Assert.Equal(
            ["gate passed: no findings", "next           dotnet kaizen plan"],
            Rendered
                .Lines(SampleVerdicts.Clean, "text", new() { Quiet = true, Screen = new(80, 40) })
                .Where(line => line.Length > 0)
        );

    [Fact]
    public void The_lines_format_ignores_the_screen() =>
        Assert.Equal(
            Rendered.Text(SampleVerdicts.Hostile, "text"),
            Rendered.Text(SampleVerdicts.Hostile, "lines", new() { Screen = new(80, 40) })
        );

    [Fact]
    public void The_next_command_names_the_improvement() =>
        Assert.Contains(
            "next           dotnet kaizen show IMP-1",
            Lines(
                Failed with
                {
                    Findings =
                    [
                        Found(SampleRules.Unscored with { Next = "show ITEM" }, 1, "no") with
                        {
                            Item = SampleVerdicts.Item("IMP-1", "Cache", 1, 1),
                        },
                    ],
                },
                new(80, 40)
            )
        );

    private static string[] Lines(Verdict verdict, Screen screen) =>
        Rendered.Lines(verdict, "text", new() { Screen = screen });

    private static Finding Found(Rule rule, int line, string message) =>
        SampleVerdicts.Finding(rule, rule.DefaultSeverity, File, line, message);

    private static Rule Numbered(int number) =>
        SampleRules.Unscored with
        {
            Id = $"KZ{number + 100}",
            DefaultSeverity = number % 2 == 0 ? Severity.Error : Severity.Warning,
        };

    [GeneratedRegex(@"^  \S+:\d+:\d+ ")]
    private static partial Regex Place();
}
