using KaizenGate.Benchmarks.Reading;

namespace KaizenGate.Core.Tests.Benchmarks;

/// <summary>The score of the reader on labelled files, worked out by hand.</summary>
public sealed class ReadingComparisonTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-labelled-").FullName;

    public ReadingComparisonTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        Directory.CreateDirectory(Path.Combine(folder, "labels"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_score_counts_what_is_right_missed_and_too_much()
    {
        Add(
            "001",
            """
            # Backlog

            - [ ] Paint the door
            - [x] Oil the hinge
            - [ ] Sweep the yard

            Mend the fence, some day.
            """,
            """
            [
              { "line": 3, "status": "toDo", "title": "Paint the door" },
              { "line": 4, "status": "rejected", "title": "Oil the hinge" },
              { "line": 7, "status": "toDo", "title": "Mend the fence" }
            ]
            """
        );
        Add("002", "- [ ] Only this\n", """[{ "line": 1, "status": "toDo", "title": "Only this" }]""");

        var report = Run();

        Assert.Contains("wanted   3  read   3  P 0.67  R 0.67  F1 0.67  status 1/2  silent 1", report, Ordinal);
        Assert.Contains("2 files, 4 improvements: 3 right, 1 missed, 1 too many", report, Ordinal);
        Assert.Contains("item F1           0.7500 (precision 0.7500, recall 0.7500)", report, Ordinal);
        Assert.Contains("mean F1 per file  0.8333", report, Ordinal);
        Assert.Contains("files all right   1", report, Ordinal);
        Assert.Contains("status agreement  0.6667 (2 of 3)", report, Ordinal);
    }

    [Fact]
    public void An_unread_entry_makes_a_miss_loud_or_is_a_false_alarm()
    {
        Add(
            "001",
            "Paint the door.\nOil the hinge.\n\nThe goals:\n\n* Order\n",
            """
            [
              { "line": 1, "status": "toDo", "title": "Paint the door" },
              { "line": 2, "status": "toDo", "title": "Oil the hinge" }
            ]
            """,
            notItems: "4-6"
        );

        var report = Run(new UnreadEntry(1, "a sentence"), new UnreadEntry(6, "a goal"));

        Assert.Contains("silent misses     0.5000 (1 of 2 missed)", report, Ordinal);
        Assert.Contains("false alarms      0.5000 (1 of 2 unread entries, on 2 lines", report, Ordinal);
        Assert.Contains("1: missed  [toDo] Paint the door (a sentence)", report, Ordinal);
        Assert.Contains("2: missed  [toDo] Oil the hinge (silently)", report, Ordinal);
        Assert.Contains("6: false alarm  a goal", report, Ordinal);
    }

    [Fact]
    public void An_optional_item_counts_neither_when_read_nor_when_missed()
    {
        Add(
            "001",
            "- [ ] Paint the door\n- [ ] Oil the hinge\n",
            """
            [
              { "line": 1, "status": "toDo", "title": "Paint the door" },
              { "line": 2, "status": "toDo", "title": "Oil the hinge", "optional": true },
              { "line": 9, "status": "toDo", "title": "Mend the fence", "optional": true }
            ]
            """
        );

        Assert.Contains("1 improvements: 1 right, 0 missed, 0 too many", Run(), Ordinal);
    }

    [Fact]
    public void The_alternative_that_fits_best_counts()
    {
        Add(
            "001",
            "- [ ] Paint the door\n- [ ] Oil the hinge\n",
            """[{ "line": 1, "status": "toDo", "title": "Paint the door" }]""",
            alternatives: """
            [[
              { "line": 1, "status": "toDo", "title": "Paint the door" },
              { "line": 2, "status": "toDo", "title": "Oil the hinge" }
            ]]
            """
        );

        Assert.Contains("2 improvements: 2 right, 0 missed, 0 too many", Run(), Ordinal);
    }

    [Fact]
    public void Items_on_other_lines_match_by_title()
    {
        Add(
            "001",
            """
            - [ ] Paint the front door
            - [ ] Oil the hinge of the gate
            - [ ] Sweep
            """,
            """
            [
              { "line": 30, "status": "toDo", "title": "**Paint** the [front](x.md) door" },
              { "line": 40, "status": "toDo", "title": "Oil the hinge" },
              { "line": 50, "status": "toDo", "title": "Sweep the yard" }
            ]
            """
        );

        Assert.Contains("3 improvements: 2 right, 1 missed, 1 too many", Run(), Ordinal);
    }

    [Fact]
    public void Fields_are_right_wrong_missed_or_spurious()
    {
        Add(
            "001",
            """
            ### [A-1] Paint the door

            - Impact: 8
            - Effort: 3
            - Owner: Mira
            """,
            """
            [{
              "line": 1, "status": "toDo", "title": "Paint the door",
              "id": "A-1", "impact": "High", "effort": "4", "completed": "2026-01-02", "estimatedHours": [1, 2]
            }]
            """
        );

        var report = Run();

        Assert.Contains("id                1.000 (1 right, 0 wrong, 0 missed, 0 spurious)", report, Ordinal);
        Assert.Contains("impact            1.000 (1 right, 0 wrong, 0 missed, 0 spurious)", report, Ordinal);
        Assert.Contains("effort            0.000 (0 right, 1 wrong, 0 missed, 0 spurious)", report, Ordinal);
        Assert.Contains("hours             0.000 (0 right, 0 wrong, 1 missed, 0 spurious)", report, Ordinal);
        Assert.Contains("owner             1.000 (0 right, 0 wrong, 0 missed, 1 spurious)", report, Ordinal);
        Assert.Contains("completed         0.000 (0 right, 0 wrong, 1 missed, 0 spurious)", report, Ordinal);
    }

    [Fact]
    public void Only_the_requested_files_are_scored()
    {
        Add("001", "- [ ] Paint the door\n", """[{ "line": 1, "status": "toDo", "title": "Paint the door" }]""");
        Add("002", "- [ ] Oil the hinge\n", """[{ "line": 1, "status": "toDo", "title": "Oil the hinge" }]""");

        using var output = new StringWriter();
        new ReadingComparison(folder, _ => [], output).Run(["002"], isVerbose: false);

        Assert.Contains("1 files, 1 improvements: 1 right", output.ToString(), Ordinal);
    }

    [Theory]
    [InlineData("abcd", "bcde", 0.75)] // "bcd" matches: 2 × 3 ÷ 8.
    [InlineData("mend the old gate", "mend the new gate", 28.0 / 34)] // "mend the " and " gate".
    [InlineData("mend the gate", "mend the gate today", 0.95)]
    [InlineData("mend the gate", "today: mend the gate", 0.9)]
    [InlineData("Mend *the* gate ✅", "mend the gate", 1)]
    [InlineData("paint", "sweep", 0)]
    [InlineData("", "sweep", 0)]
    public void Titles_are_similar_by_their_common_parts(string left, string right, double similarity) =>
        Assert.Equal(
            similarity,
            TitleSimilarity.Compare(TitleSimilarity.Normalize(left), TitleSimilarity.Normalize(right)),
            precision: 9
        );

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private void Add(string number, string text, string items, string? alternatives = null, string notItems = "")
    {
        var rest = notItems.Length == 0 ? "[]" : $$"""[{ "line": "{{notItems}}", "what": "goals" }]""";
        File.WriteAllText(Path.Combine(folder, "files", $"{number}-improvements.md"), text);
        File.WriteAllText(
            Path.Combine(folder, "labels", $"{number}.json"),
            $$"""
            { "file": "{{number}}-improvements.md", "kind": "a test", "items": {{items}}, "alternatives": {{alternatives
                ?? "[]"}}, "notItems": {{rest}} }
            """
        );
    }

    private string Run(params UnreadEntry[] unread)
    {
        using var output = new StringWriter();
        new ReadingComparison(folder, _ => unread, output).Run([], isVerbose: true);
        return output.ToString();
    }
}
