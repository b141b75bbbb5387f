using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Reading;
using KaizenGate.Core.Tests.Reporting.Dashboard;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Analytics;

/// <summary>
/// The time saved that `done` writes has one meaning in the report, in KZ404, on the page and in JSON. The expected hours are computed
/// here from what was passed to `done`, not from what the program read.
/// </summary>
public sealed class TimeSavedTests
{
    /// <summary>The days between two completions.</summary>
    private const int Step = 5;

    private const double Spent = 4;

    private static readonly DateOnly First = new(2026, 1, 5);

    /// <summary>What is passed to `done`, with its hours per week, or in total.</summary>
    private static readonly Dictionary<string, (double PerWeek, double Total)> Known = new()
    {
        ["15 min/week"] = (0.25, 0),
        ["4 min/day"] = (20 / 60d, 0),
        ["2 h per month"] = (24 / 52d, 0),
        ["26 hours every year"] = (0.5, 0),
        ["1h 30m/week"] = (1.5, 0),
        ["half an hour a week"] = (0.5, 0),
        ["13 hours in the first year (15 min/week)"] = (0.25, 0),
        ["26 hours in the first year"] = (0.5, 0),
        ["15 h"] = (0, 15),
        ["90 min"] = (0, 1.5),
    };

    /// <summary>What the completions say in turn.</summary>
    public static TheoryData<string> Mixtures =>
        new(
            "15 min/week",
            "15 h",
            "13 hours in the first year (15 min/week)",
            "15 min/week|15 h",
            "4 min/day|90 min|2 h per month|26 hours every year",
            string.Join('|', Known.Keys)
        );

    [Theory]
    [MemberData(nameof(Mixtures))]
    public void Done_report_rule_page_and_JSON_agree(string mixture)
    {
        var texts = mixture.Split('|');
        var backlog = Completed(texts);
        var days = Enumerable.Range(0, 10).Select(number => First.AddDays(Step * number)).ToList();
        foreach (var today in new[] { days[^1], First.AddDays(60), First.AddDays(80) })
        {
            var saved = days.Select((day, number) => (day, Known: Known[texts[number % texts.Length]]))
                .Sum(one => one.Known.Total + (one.Known.PerWeek * (today.DayNumber - one.day.DayNumber) / 7));

            var report = Report(backlog, today);

            Assert.Equal(saved, report.Accrued.HoursSaved.Value!.Value, 9);
            Assert.Equal(saved / (10 * Spent), report.Accrued.Gross.Value!.Value, 9);
            Assert.Equal(saved, report.Weeks[^1].HoursSaved.Value!.Value, 9);
            AssertJson(report, saved);
            AssertPage(report);
            AssertRule(backlog, today, saved);
        }
    }

    [Fact]
    public void A_rate_has_saved_nothing_on_the_day_of_completion()
    {
        var item = Md.One("### [IMP-1] a\n\n- **Time Saved:** 15 min/week\n");

        Assert.Equal([0d, 0d, 0.25], new[] { -1, 0, 7 }.Select(days => TimeSaved.After(item, days)));
    }

    [Fact]
    public void Only_a_total_has_a_return_on_the_day_of_completion()
    {
        Assert.Contains("- **ROI:** 15 h / 4 h = 3.75×\n", Completed(["15 h"]).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ROI", Completed(["15 min/week"]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-15 min/week")]
    [InlineData("-3 h")]
    [InlineData("25 s per workflow")]
    public void A_time_saved_that_no_reader_knows_is_refused(string text) =>
        Assert.Throws<InputException>(() => Savings.Read(text));

    private static void AssertJson(ImprovementReport report, double saved)
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("json")!.Write(report, ReportOptions.Default, stream);
        var json = JsonDocument.Parse(stream.ToArray()).RootElement;

        Assert.Equal(saved, json.GetProperty("accrued").GetProperty("hoursSaved").GetDouble(), 9);
        Assert.Equal(
            saved,
            json.GetProperty("completions").EnumerateArray().Sum(one => one.GetProperty("hoursSaved").GetDouble()),
            9
        );
    }

    private static void AssertPage(ImprovementReport report)
    {
        var tiles = Drawn
            .Page(report)
            .All("dl")
            .First()
            .Elements("div")
            .ToDictionary(tile => tile.Element("dt")!.Value, tile => tile.Element("dd")!.Value);
        using var saved = JsonDocument.Parse($"{report.Accrued.HoursSaved.Value:R}");
        using var gross = JsonDocument.Parse($"{report.Accrued.Gross.Value:R}");

        Assert.True(ShownNumber.Shows(tiles["Hours saved"], saved.RootElement), tiles["Hours saved"]);
        Assert.True(ShownNumber.Shows(tiles["Return"], gross.RootElement), tiles["Return"]);
    }

    /// <summary>With a minimum that no return reaches, KZ404 states the hours of the same completions.</summary>
    private static void AssertRule(EditableBacklog backlog, DateOnly today, double saved)
    {
        var settings = GateSettings.Default with
        {
            Rules = GateSettings.Default.Rules.SetItem(
                "KZ404",
                new() { Numbers = ImmutableDictionary<string, double>.Empty.Add("minReturn", 1000) }
            ),
        };
        var found = Gate.Check(
                [new(backlog.Backlog, WrittenDates.Read(backlog.Backlog, today))],
                settings,
                today,
                "0.0.0"
            )
            .Findings.Single(finding => finding.Rule.Id == "KZ404");

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"({Math.Round(saved, 2):0.##} hours saved ÷ 40 spent)"),
            found.Message,
            StringComparison.Ordinal
        );
    }

    private static ImprovementReport Report(EditableBacklog backlog, DateOnly today) =>
        YearOfEvidence.Of(
            [new(backlog.Backlog, WrittenDates.Read(backlog.Backlog, today))],
            GateSettings.Default,
            First.AddDays(-7),
            today
        );

    /// <summary>Ten improvements that were captured a week before they were completed, every fifth day.</summary>
    private static EditableBacklog Completed(string[] texts)
    {
        var backlog = EditableBacklog.Read(
            SourceFile.Named("IMPROVEMENTS.md"),
            "# Improvements\n\n## High Priority\n\n## Completed\n",
            ReadingOptions.Default
        );
        for (var number = 0; number < 10; number++)
        {
            var day = First.AddDays(Step * number);
            var id = $"IMP-{number + 1}";
            backlog = new NewItem($"Cache part{number}", [(FieldCatalog.Impact, "8"), (FieldCatalog.Effort, "2")])
            {
                Captured = day.AddDays(-7),
            }.AddTo(backlog, id);
            backlog = Transitions.Done(
                backlog,
                backlog.Find(id)!,
                day,
                Spent,
                "p95 30 s → 5 s",
                texts[number % texts.Length]
            );
        }

        return EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), backlog.Text, ReadingOptions.Default);
    }
}
