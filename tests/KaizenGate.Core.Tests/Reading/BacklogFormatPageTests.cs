using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.Rules;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>docs/backlog-format.md matches the reader: every example is read, and the word lists come from the code.</summary>
public class BacklogFormatPageTests
{
    private const string Settings = "```json settings";
    private const string English = "en";

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
            $"\n{Spaced(Labels.Of(FieldCatalog.Title, English))}\n\n"
        );

    [Fact]
    public void The_words_for_a_status_are_those_of_the_reader() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- statuses: generated from the code, do not edit -->",
            "<!-- /statuses -->",
            Table(
                "status",
                Enum.GetValues<Status>()
                    .Select(status => ($"{status}", Lexicon.Words(KeyOf(status), English).AsEnumerable()))
            )
        );

    [Fact]
    public void The_evidence_is_that_of_the_reader() =>
        GeneratedPart.Verify(
            PagePath,
            "<!-- evidence: generated from the code, do not edit -->",
            "<!-- /evidence -->",
            $"\n| evidence | weight | why |\n| --- | --: | --- |\n{string.Concat(ReadingEvidence.All.Select(Row))}\n"
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
        Table(
            "field",
            fields
                .WithLabels.Where(field => field != FieldCatalog.Title)
                .Select(field => (field.Name, Labels.Of(field, English)))
        );

    private static string Table(string subject, IEnumerable<(string Name, IEnumerable<string> Words)> rows) =>
        $"\n| {subject} | words |\n| --- | --- |\n{string.Concat(rows.Select(row => $"| {row.Name} | {Spaced(row.Words)} |\n"))}\n";

    private static string Row(ReadingEvidence evidence) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {evidence.Name} | {evidence.Weight:+0.0;-0.0} | {evidence.Reason} |\n"
        );

    private static string Spaced(IEnumerable<string> words) => string.Join(" · ", words);

    private static string KeyOf(Status status) => $"status.{char.ToLowerInvariant($"{status}"[0])}{$"{status}"[1..]}";
}
