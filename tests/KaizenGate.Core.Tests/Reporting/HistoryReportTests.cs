using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Event logs as text and JSON, byte for byte; <c>KAIZEN_TESTS_REFRESH=1</c> rewrites the golden files.</summary>
public sealed class HistoryReportTests
{
    private const string First = "1111111111111111111111111111111111111111";
    private const string Second = "2222222222222222222222222222222222222222";
    private const string Third = "3333333333333333333333333333333333333333";

    [Theory]
    [InlineData("history.txt", false)]
    [InlineData("history-color.txt", true)]
    public void The_text_matches_its_golden_file(string golden, bool color)
    {
        using var stream = new MemoryStream();
        HistoryText.Write(Report(HistorySelection.All), color, stream);
        Verify(golden, stream);
    }

    [Fact]
    public void The_JSON_matches_its_golden_file()
    {
        using var stream = new MemoryStream();
        HistoryJson.Contract.Write(stream, Report(HistorySelection.All));
        Verify("history.json", stream);
    }

    [Fact]
    public void A_selection_shows_the_number_of_selected_events()
    {
        using var stream = new MemoryStream();
        HistoryText.Write(Report(new() { Kinds = [TimelineEventKind.Completed] }), color: false, stream);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');

        Assert.Equal("IMPROVEMENTS.md  known since 2026-01-05, 9 events, 1 shown", lines[0]);
        Assert.Equal("2026-02-10  3333333333  completed  IMP-001  Cache the restored packages", lines[2]);
    }

    private static void Verify(string golden, MemoryStream actual)
    {
        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Reporting", "Golden", golden);
        if (Repository.Refresh)
        {
            File.WriteAllBytes(path, actual.ToArray());
        }

        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), Encoding.UTF8.GetString(actual.ToArray()));
    }

    private static HistoryReport Report(HistorySelection selection)
    {
        var figures = new Figures
        {
            Open = 1,
            Identified = 2,
            Executed = 1,
            ExecutionRate = 0.5,
        };
        var verdict = new Verdict
        {
            ToolVersion = "0.1.0",
            AsOf = Sample.AsOf,
            Outcome = Outcome.Pass,
            Backlogs =
            [
                .. new[] { Known(), Hostile(), Unknown() }.Select(one => new CheckedBacklog(one.Backlog, figures)),
            ],
            Figures = figures with { Open = 3, Identified = 6, Executed = 3 },
        };
        return HistoryReport.Of([Known(), Hostile(), Unknown()], verdict, selection);
    }

    private static Evidence Known() =>
        new(
            Sample.Backlog(
                Sample.Item("Cache the restored packages", 8, 2, Status.Done, "IMP-001"),
                Sample.Item("Say which test is running", 4, 3) with
                {
                    Key = "saywhichtestruns",
                }
            ),
            new Timeline(
                new DateOnly(2026, 1, 5),
                [
                    Event(TimelineEventKind.Captured, "IMP-001", 5, First) with
                    {
                        Title = "Cache the packages",
                        IsFromStart = true,
                    },
                    Event(TimelineEventKind.Captured, "IMP-002", 5, First) with
                    {
                        Title = "Rewrite everything",
                    },
                    Event(TimelineEventKind.Scored, "IMP-001", 12, Second) with
                    {
                        Title = "Cache the packages",
                        Score = 60,
                    },
                    Event(TimelineEventKind.Retitled, "IMP-001", 12, Second) with
                    {
                        Title = "Cache the restored packages",
                        Score = 60,
                    },
                    Event(TimelineEventKind.Rescored, "IMP-001", 19, Third) with
                    {
                        Title = "Cache the restored packages",
                        Score = 72,
                    },
                    Event(TimelineEventKind.Captured, "saywhichtestruns", 20) with
                    {
                        Score = 32.5,
                    },
                    Event(TimelineEventKind.Dropped, "IMP-002", 26, Third),
                    Event(TimelineEventKind.Captured, "goneandneverseen", 27, Third),
                    Event(TimelineEventKind.Completed, "IMP-001", 41, Third),
                ]
            )
        );

    private static Evidence Hostile() =>
        new(
            new Backlog { File = SourceFile.Named("::error::x ##vso[task.complete]\n\e[2J.md") },
            new Timeline(
                new DateOnly(2026, 2, 1),
                [
                    Event(TimelineEventKind.Captured, "AN-ID-THAT-IS-LONGER-THAN-A-COLUMN-1", 40, "short\e[2J") with
                    {
                        Title = "\e[31mred\n##vso[task.complete] " + new string('x', 200),
                    },
                ]
            )
            {
                CutShortBy = "shallow clone: fetch\nwith ##[depth] 0",
            }
        );

    private static Evidence Unknown() =>
        new(
            Sample.Backlog() with
            {
                File = SourceFile.Named("docs/BACKLOG.md"),
            },
            new NoHistory("3 of 5 improvements are dated; write `Captured:` and `Completed:` dates", 3, 5)
        );

    private static TimelineEvent Event(TimelineEventKind kind, string key, int day, string? commit = null) =>
        new(kind, key, new DateOnly(2026, 1, 1).AddDays(day - 1), commit);
}
