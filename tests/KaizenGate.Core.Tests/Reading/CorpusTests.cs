using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Backlogs of other projects, if the folder with them is next to the repository.</summary>
public class CorpusTests
{
    private static string? Folder => Repository.Shared is { } shared ? Path.Combine(shared, "corpus", "files") : null;

    public static TheoryData<string> Files =>
        Folder is not null && Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, "*.md")
                    .Select(path => Path.GetFileName(path))
                    .Order(StringComparer.Ordinal),
            ]
            : ["none"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_judged_without_a_fault(string file)
    {
        var backlog = await Read(file);

        var asOf = new DateOnly(2026, 3, 2);
        var verdict = await HangGuard.Run(() =>
            Gate.Check(Gate.ByTheirDates([backlog], asOf), GateSettings.Default, asOf, "0.0.0")
        );

        Assert.NotEqual(Outcome.Error, verdict.Outcome);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_spans_of_a_file_cover_their_texts(string file)
    {
        var backlog = await Read(file);
        var text = TextFile
            .Decode(await File.ReadAllBytesAsync(PathOf(file), TestContext.Current.CancellationToken))
            .Text;
        var lines = text.Split('\n');

        foreach (var item in backlog.Improvements)
        {
            Assert.Equal(item.Title, Plain(text.AsSpan(item.Span.Offset, item.Span.Length), item));
            var first = text.AsSpan(item.Span.Offset, item.Span.Length).ToString().Split('\n')[0];
            Assert.StartsWith(first, lines[item.Span.Line - 1][(item.Span.Column - 1)..], StringComparison.Ordinal);
            Assert.All(
                item.Fields.Where(field => field.Text.Length > 0),
                field => Assert.Equal(field.Text, Plain(text.AsSpan(field.Span.Offset, field.Span.Length), item))
            );
        }
    }

    /// <summary>In a table, a pipe is escaped in code as well.</summary>
    private static string Plain(ReadOnlySpan<char> text, Improvement item) =>
        item.Form == ImprovementForm.TableRow ? PlainText.Of(text).Replace("\\|", "|") : PlainText.Of(text);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_reads_the_same_twice(string file)
    {
        Assert.Equal(Summary(await Read(file)), Summary(await Read(file)));
    }

    /// <summary>
    /// Counted by hand in each file. Fenced text never counts, even if the author forgot to close the fence: in 011, nested fences
    /// hide the headings "Slack Integration" and "Scheduled Agent Tasks", and 25 tasks are under a heading that was meant as an example.
    /// </summary>
    [Theory]
    // Two problems with a solution, four phases with effort and priority, five numbered tasks.
    [InlineData("014-aimaestro-planning-improvements.md", 11, 0, 0, 0, 0)]
    // 16 + 10 + 9 tasks are checked; 12 + 8 + 4 + 2 are not, plus four nested ones.
    [InlineData("022-vlang-roadmap.md", 26, 0, 35, 0, 0)]
    // Each issue is a heading with its problem and its solution.
    [InlineData("031-beads-compaction-issues.md", 17, 0, 0, 0, 0)]
    // What to do next, in order.
    [InlineData("032-beads-ci-test-audit.md", 6, 0, 0, 0, 0)]
    [InlineData("040-csharpier-openspec-tasks.md", 0, 5, 9, 0, 0)]
    // Plain bullets under "Docs" and "Blocked time", which have no priority and are not closed.
    [InlineData("042-deloitte-todo-mid.md", 0, 0, 0, 0, 0)]
    // Five examples; the two titles in brackets are placeholders.
    [InlineData("062-extensiovitae-quick-wins.md", 5, 0, 0, 0, 0)]
    // One task per file: its criteria and its definition of done are not improvements.
    [InlineData("071-backlogmd-back-516.md", 0, 0, 0, 0, 0)]
    [InlineData("072-backlogmd-draft-41.md", 0, 0, 0, 0, 0)]
    [InlineData("076-backlogmd-back-100-9.md", 0, 0, 0, 0, 0)]
    [InlineData("078-backlogmd-back-349.md", 0, 0, 0, 0, 0)]
    [InlineData("079-backlogmd-back-510.md", 0, 0, 0, 0, 0)]
    public async Task A_file_holds_what_a_reader_counts(
        string file,
        int open,
        int inProgress,
        int done,
        int deferred,
        int rejected
    )
    {
        var items = (await Read(file)).Improvements;

        int Count(Status status) => items.Count(item => item.Status == status);
        Assert.Equal(
            (open, inProgress, done, deferred, rejected),
            (
                Count(Status.ToDo),
                Count(Status.InProgress),
                Count(Status.Done),
                Count(Status.Deferred),
                Count(Status.Rejected)
            )
        );
    }

    /// <summary>Files with parts that look like improvements and are none, or the other way round.</summary>
    /// <param name="mistakes">How many improvements may have another status, be missing or be too many.</param>
    [Theory]
    // Three current features, 25 tasks under "Configuration", five further features; under "Later" four with a status (one on hold,
    // three open), six without one and one idea; ten parked ideas, two completed releases, and "Contributing Ideas" with the
    // fields of a template below it.
    [InlineData("011-aimaestro-backlog-head.md", 38, 0, 2, 17, 0, 5)]
    // B1 to B3 each have a user value.
    [InlineData("024-lighthouse-enhancement-backlog.md", 3, 0, 0, 0, 0, 2)]
    // Five stories and five strategies; the unchecked success criteria do not count.
    [InlineData("025-lighthouse-csv-implementation-plan.md", 10, 0, 0, 0, 0, 8)]
    [InlineData("029-beads-todo.md", 0, 0, 0, 0, 0, 4)]
    // bd-221 is fixed, two are open, and four numbered entries are under "Completed".
    [InlineData("030-beads-lost-issues.md", 2, 0, 5, 0, 0, 4)]
    // Five headings; four of the five rows repeat one, the fifth has another title.
    [InlineData("036-vibecheck-enhancement-plan.md", 6, 0, 0, 0, 0, 5)]
    // Five rows, one of which repeats a heading; 2 + 3 + 7 + 8 + 5 headings; 10 + 12 tasks that do not belong to a heading.
    // Completed: the deployment, remediation #1 as a row and as a heading, "implemented but unused", "✅ 92 tests passing".
    [InlineData("063-extensiovitae-old-tasks.md", 45, 1, 5, 0, 0, 5)]
    [InlineData("075-backlogmd-back-334.md", 0, 0, 0, 0, 0, 3)]
    public async Task A_file_is_read_with_few_mistakes(
        string file,
        int open,
        int inProgress,
        int done,
        int deferred,
        int rejected,
        int mistakes
    )
    {
        var items = (await Read(file)).Improvements;

        int Off(Status status, int expected) => Math.Abs(items.Count(item => item.Status == status) - expected);
        Assert.InRange(
            Off(Status.ToDo, open)
                + Off(Status.InProgress, inProgress)
                + Off(Status.Done, done)
                + Off(Status.Deferred, deferred)
                + Off(Status.Rejected, rejected),
            0,
            mistakes
        );
    }

    private static string PathOf(string file) => Path.Combine(Folder!, file);

    private static Task<Backlog> Read(string file)
    {
        Assert.SkipWhen(Folder is null || !File.Exists(PathOf(file)), "the backlogs of other projects are not here");
        return HangGuard.Run(() => BacklogReader.ReadFile(SourceFile.Named(PathOf(file)), ReadingOptions.Default));
    }

    private static string Summary(Backlog backlog) =>
        string.Join(
            '\n',
            [
                .. backlog.Improvements.Select(item =>
                    $"{item.Span} {item.Form} {item.Status} {item.Key} {item.Score} {string.Join(", ", item.Fields)}"
                ),
                .. backlog.Problems.Select(problem => $"{problem.Span} {problem.Message}"),
            ]
        );
}
