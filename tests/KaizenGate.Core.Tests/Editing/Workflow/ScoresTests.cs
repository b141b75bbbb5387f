using System.Diagnostics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Workflow;

public sealed class ScoresTests
{
    private const string Sections = """
        ## High Priority

        ### [A-1] Retry

        ### [A-2] Log less

        - **Owner:** Ada

        ## Low Priority

        ### [A-3] Sign

        - **Impact:** 2/10
        - **Effort:** 9/10
        - **Priority Score:** 4
        - **Priority:** Low

        """;

    private const string Table = """
        | ID | Improvement | Impact | Effort | Score |
        | --- | --- | --- | --- | --- |
        | A-1 | Retry | | | |
        | A-2 | Log less | | 3 | |
        | A-3 | Sign | 3 | | 1 |

        """;

    private const string Tasks = "- [ ] **A-1** Retry\n- [ ] **A-2** Log less\n- [x] **A-3** Sign\n";

    [Theory]
    [InlineData(Sections)]
    [InlineData(Table)]
    [InlineData(Tasks)]
    public void Several_scores_give_the_same_backlog_as_one_after_another(string text)
    {
        (string Key, string? Impact, string? Effort)[] given =
        [
            ("A-3", "9", "1"),
            ("A-1", "5", "5"),
            ("A-2", "3", "4"),
        ];
        var document = Read(text);

        var together = Scores.Set(
            document,
            [.. given.Select(one => new GivenScore(document.Find(one.Key)!, one.Impact, one.Effort))]
        );
        var single = given.Aggregate(
            document,
            (before, one) => Scores.Set(before, new GivenScore(before.Find(one.Key)!, one.Impact, one.Effort))
        );

        Assert.Equal(Described(single), Described(together));
        Assert.Equal(90, together.Find("A-3")!.Score);
    }

    [Fact]
    public void One_that_is_refused_refuses_all()
    {
        var document = Read("| ID | Improvement | Impact |\n| --- | --- | --- |\n| A-1 | Retry | |\n| A-2 | Log | |\n");

        Assert.Throws<InputException>(() =>
            Scores.Set(
                document,
                new GivenScore(document.Find("A-1")!, "5", null),
                new GivenScore(document.Find("A-2")!, "5", "5")
            )
        );
    }

    [Fact]
    public void Thousands_are_scored_in_one_pass()
    {
        var document = Read(string.Concat(Enumerable.Range(1, 3000).Select(n => $"### [A-{n}] Step {n}\n\n")));
        var watch = Stopwatch.StartNew();

        var scored = Scores.Set(
            document,
            [.. document.Backlog.Improvements.Select(item => new GivenScore(item, "8", "2"))]
        );

        Assert.All(scored.Backlog.Improvements, item => Assert.Equal(72, item.Score));
        // One after another, they take minutes: each reads the file several times.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    private static IEnumerable<string> Described(EditableBacklog document) =>
        document.Backlog.Improvements.Select(item =>
            $"{item.Key} {item.Section?.Title} {item.Status} {string.Join(';', item.Fields.Select(field => $"{field.Label}={field.Text}"))}"
        );

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);
}
