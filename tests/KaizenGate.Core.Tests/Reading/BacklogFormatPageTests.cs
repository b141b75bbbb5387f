using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.Rules;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>docs/backlog-format.md matches the reader: every example is read, and the word lists come from the code.</summary>
public class BacklogFormatPageTests
{
    private const string Settings = "```json settings";

    private static string PagePath => Repository.PathOf("docs", "backlog-format.md");

    [Fact]
    public void Every_example_is_read_as_the_page_shows()
    {
        var page = File.ReadAllText(PagePath).Split('\n').ToList();
        var examples = 0;
        for (var at = 0; at < page.Count; at++)
        {
            if (!IsExample(page[at]))
            {
                continue;
            }

            var end = EndOf(page, at);
            var shown = end + 2;
            Assert.True(page[shown] == "```text", $"line {at + 1} opens an example that no text fence follows");
            var shownEnd = EndOf(page, shown);
            var found = ReadingText.Of(Read(page[(at + 1)..end], SettingsBefore(page, at))).ToList();
            if (Repository.Refresh)
            {
                page.RemoveRange(shown + 1, shownEnd - shown - 1);
                page.InsertRange(shown + 1, found);
            }
            else
            {
                Assert.True(
                    found.SequenceEqual(page[(shown + 1)..shownEnd]),
                    $"the example on line {at + 1} is read as\n{string.Join('\n', found)}"
                );
            }

            at = EndOf(page, shown);
            examples++;
        }

        Assert.True(examples >= 20, $"only {examples} examples were found");
        if (Repository.Refresh)
        {
            File.WriteAllText(PagePath, string.Join('\n', page));
        }
    }

    [Fact]
    public void The_labels_are_those_of_the_reader() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- labels: generated from the code, do not edit -->",
            "<!-- /labels -->",
            Table(FieldCatalog.Table)
        );

    [Fact]
    public void The_headers_of_a_title_column_are_those_of_the_reader() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- titles: generated from the code, do not edit -->",
            "<!-- /titles -->",
            $"\n{Spaced(FieldCatalog.Title.Labels)}\n\n"
        );

    [Fact]
    public void The_words_for_a_status_are_those_of_the_reader() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- statuses: generated from the code, do not edit -->",
            "<!-- /statuses -->",
            Table("status", StatusWords.BuiltIn.Select(one => ($"{one.Status}", one.Words)))
        );

    [Fact]
    public void The_usual_names_and_folders_are_on_the_page()
    {
        var page = File.ReadAllText(PagePath);

        Assert.All(
            BacklogFinder.UsualNames.Concat(BacklogFinder.UsualFolders.Select(folder => $"{folder}/")),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_label_belongs_to_the_first_field_that_lists_it()
    {
        var labels = new Labels(ReadingOptions.Default);
        var claimed = Labelled(FieldCatalog.Table)
            .SelectMany(one => one.Labels.Split(", ").Select(label => (label, Field: one)))
            .DistinctBy(pair => TextNormalizer.Normalize(pair.label));

        Assert.All(
            claimed,
            pair =>
            {
                Assert.True(labels.TryFind(pair.label, out var field));
                Assert.Equal(pair.Field, field);
            }
        );
    }

    [Fact]
    public void No_word_is_listed_for_two_statuses()
    {
        var twice = StatusWords
            .BuiltIn.SelectMany(one =>
                one.Words.Split(',').Select(word => (Word: TextNormalizer.Normalize(word), one.Status))
            )
            .Distinct()
            .GroupBy(pair => pair.Word)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(twice);
    }

    /// <summary>Whether a line is a fence of three or more backticks with Markdown as its language.</summary>
    private static bool IsExample(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) && line.TrimStart('`') == "markdown";

    private static int EndOf(List<string> page, int fence)
    {
        var close = new string('`', page[fence].Length - page[fence].TrimStart('`').Length);
        var end = page.IndexOf(close, fence + 1);
        Assert.True(end > 0, $"the fence on line {fence + 1} is not closed");
        return end;
    }

    private static string? SettingsBefore(List<string> page, int example)
    {
        if (example < 2 || page[example - 2] != "```")
        {
            return null;
        }

        var open = page.FindLastIndex(example - 3, line => line.StartsWith("```", StringComparison.Ordinal));
        return page[open] == Settings ? string.Join('\n', page[(open + 1)..(example - 2)]) : null;
    }

    private static Backlog Read(List<string> lines, string? settings) =>
        Md.Read(
            string.Concat(lines.Select(line => line + "\n")),
            settings is null ? null : ExampleSettings.Reading(ExampleSettings.Read(settings))
        );

    internal static string Table(FieldTable fields) =>
        Table("field", Labelled(fields).Select(one => (one.Name, one.Labels)));

    /// <summary>Returns the fields that have labels and not only column headers.</summary>
    private static IEnumerable<FieldDefinition> Labelled(FieldTable fields) =>
        fields.WithLabels.Where(field => field != FieldCatalog.Title);

    private static string Table(string subject, IEnumerable<(string Name, string Words)> rows) =>
        $"\n| {subject} | words |\n| --- | --- |\n{string.Concat(rows.Select(row => $"| {row.Name} | {Spaced(row.Words)} |\n"))}\n";

    private static string Spaced(string words) => string.Join(" · ", words.Split(", ").Select(word => word.Trim()));
}
