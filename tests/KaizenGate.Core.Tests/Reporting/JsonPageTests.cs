using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>docs/json.md matches the report.</summary>
public sealed class JsonPageTests
{
    private const string Fence = "```json\n";

    private static string PagePath => Repository.PathOf("docs", "json.md");

    [Fact]
    public void The_example_matches_the_report()
    {
        var actual = Rendered.Text(Example(), "json", new() { Verbose = true });
        var page = File.ReadAllText(PagePath);
        var start = page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        if (Repository.Refresh)
        {
            File.WriteAllText(PagePath, $"{page[..start]}{actual}{page[end..]}");
            return;
        }

        Assert.Equal(page[start..end], actual);
    }

    [Fact]
    public void The_fields_of_an_improvement_match_the_code() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- fields: generated from the code, do not edit -->",
            "<!-- /fields -->",
            Table(FieldCatalog.Table)
        );

    [Fact]
    public void Every_format_is_in_the_table()
    {
        var page = File.ReadAllText(PagePath);

        Assert.All(
            ReportFormats.All,
            format => Assert.Contains($"\n| `{format.Name}` |", page, StringComparison.Ordinal)
        );
    }

    internal static string Table(FieldTable fields) =>
        $"\n| field | type | meaning |\n| --- | --- | --- |\n{string.Concat(fields.WithValue.Select(Row))}\n";

    private static string Row(FieldDefinition field)
    {
        var type = field switch
        {
            FieldDefinition<double> => "number",
            FieldDefinition<DateOnly> => "date",
            _ => "string",
        };
        return $"| `{field.JsonName}` | {type} or null | {field.Meaning} |\n";
    }

    private static Verdict Example()
    {
        var mismatch = SampleRules.Mismatch with
        {
            Remedy = "Correct the score, or the impact or effort it comes from.",
        };
        var file = SourceFile.Named("IMPROVEMENTS.md");
        var first = SampleVerdicts.Item("IMP-001", "Cache the dependencies of the build", 8, 2) with
        {
            Span = SourceSpan.OnLine(42, 35, 5, 15),
            Status = Status.InProgress,
            Category = new(Category.Performance, "Performance", SourceSpan.FileStart),
            Owner = Sample.Written("Ada"),
            Captured = Sample.Written(new DateOnly(2026, 2, 16)),
            Started = Sample.Written(new DateOnly(2026, 2, 26)),
            TargetDate = Sample.Written(new DateOnly(2026, 3, 6)),
            EstimatedHours = Sample.Written(3d),
        };
        var second = SampleVerdicts.Item(null, "Say in the log which test is running", 4, 3) with
        {
            Span = SourceSpan.OnLine(310, 36, 16, 7),
        };
        var unread = new UnreadParts(
            SourceSpan.OnLine(600, 31, 24, 3),
            [24, 25],
            "the box \"[wip]\" is not known",
            "\"boxes\": { \"wip\": \"inProgress\" }"
        );
        var figures = new Figures
        {
            Open = 2,
            Active = 2,
            InProgress = 1,
            Identified = 2,
            ExecutionRate = 0,
            KnownWeeks = 2,
            ArrivalsPerWeek = 1,
            DeparturesPerWeek = 0,
            OpenDays = new(2, 10.5, 13.65),
        };
        return new()
        {
            ToolVersion = "0.1.0",
            AsOf = Sample.AsOf,
            Outcome = Outcome.Fail,
            Backlogs =
            [
                new(
                    new Backlog
                    {
                        File = file,
                        Improvements = [first, second],
                        Account = new() { Read = 2, Unread = [unread] },
                    },
                    figures
                )
                {
                    SettingsFiles = ["kaizen.json"],
                },
            ],
            Figures = figures,
            Findings =
            [
                SampleVerdicts.Finding(
                    mismatch,
                    Severity.Error,
                    file,
                    9,
                    "the written score is 60, but impact 8 × (11 − effort 2) is 72",
                    first
                ) with
                {
                    Span = SourceSpan.OnLine(180, 2, 9, 23),
                },
            ],
            NotEvaluated = [new(SampleRules.LowRate, file, "too few improvements were captured in 12 weeks", 2, 10)],
        };
    }
}
