using System.Text;
using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>The output of <c>read</c>, from an account that is made by hand.</summary>
public sealed class ReadingTextTests
{
    private const string Text = """
        # Improvements

        - [/] Cache the fonts
          - Impact: 8
        - [wip] Retry the upload
        - [wip] Split the ##vso[x] suite

        ## Legend
        """;

    [Fact]
    public void Each_part_is_on_one_line_and_the_unread_ones_have_their_reason() =>
        Assert.Equal(
            """
            IMPROVEMENTS.md
            1  section                   Improvements
            3  improvement, in progress  [/] Cache the fonts
            4  part                      Impact: 8
            5  unread                    [wip] Retry the upload
            6  unread                    [wip] Split the # #vso[x] suite
            8  context                   Legend

            unread
              the box "[wip]" is not known: lines 5 and 6
              → `dotnet kaizen read --explain` prints the settings that make them readable

            read 1 of 3 entries; 2 unread

            """,
            Written(Sample())
        );

    [Fact]
    public void Explained_each_part_has_its_reason_and_each_reason_its_setting() =>
        Assert.Equal(
            """
            IMPROVEMENTS.md
            1  section                   Improvements
                                         it is the title
            3  improvement, in progress  [/] Cache the fonts
                                         it has a check box
            4  part                      Impact: 8
                                         it is a field
            5  unread                    [wip] Retry the upload
                                         the box "[wip]" is not known
            6  unread                    [wip] Split the # #vso[x] suite
                                         the box "[wip]" is not known
            8  context                   Legend
                                         its title says so

            unread
              the box "[wip]" is not known: lines 5 and 6
                → add to `reading` in kaizen.json: "boxes": { "wip": "inProgress" }

            read 1 of 3 entries; 2 unread

            """,
            Written(Sample(), isExplained: true)
        );

    [Fact]
    public void On_a_terminal_a_line_is_cut_to_the_width()
    {
        var lines = Written(Sample(), width: 50).Split('\n');

        Assert.Equal("6  unread                    [wip] Split the # #v…", lines[5]);
        Assert.All(lines[..7], line => Assert.True(line.Length <= 50, line));
    }

    [Fact]
    public void Of_several_backlogs_each_has_its_summary_and_the_last_line_the_sum()
    {
        var second = Sample() with { Backlog = Sample().Backlog with { File = SourceFile.Named("web/TODO.md") } };

        var text = Written([Sample(), second]);

        Assert.Equal(2, text.Split("\nread 1 of 3 entries; 2 unread\n").Length - 1);
        Assert.EndsWith("\n\nread 2 of 6 entries; 4 unread\n", text, StringComparison.Ordinal);
        Assert.Contains("\nweb/TODO.md\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_unread_entries_there_is_only_the_outline()
    {
        var backlog = Sample().Backlog;
        var account = backlog.Account with { Unread = [] };

        var text = Written(Sample() with { Backlog = backlog with { Account = account } });

        Assert.EndsWith("  Legend\n\nread 1 entry; nothing unread\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_lines_of_one_reason_are_counted()
    {
        var backlog = Sample().Backlog;
        var account = backlog.Account with { Unread = [Tests.Sample.Unread("it has no box", 7)] };

        var text = Written(Sample() with { Backlog = backlog with { Account = account } });

        Assert.Contains("it has no box: lines 20, 21, 22, 23, 24 and 2 more\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_has_the_account_and_every_part()
    {
        using var stream = new MemoryStream();
        ReadingJson.Contract.Write(stream, new ReadingReport("1.2.3", [Sample()]));

        using var json = JsonDocument.Parse(stream.ToArray());
        var backlog = json.RootElement.GetProperty("backlogs")[0];
        Assert.Equal(2, backlog.GetProperty("account").GetProperty("unread").GetInt32());
        Assert.Equal(
            ["section ", "improvement inProgress", "part ", "unread ", "unread ", "context "],
            backlog
                .GetProperty("parts")
                .EnumerateArray()
                .Select(part => $"{part.GetProperty("readAs")} {part.GetProperty("status")}")
        );
        Assert.Equal("[wip] Split the ##vso[x] suite", backlog.GetProperty("parts")[4].GetProperty("text").GetString());
    }

    private static string Written(AnnotatedBacklog backlog, bool isExplained = false, int? width = null) =>
        Written([backlog], isExplained, width);

    private static string Written(AnnotatedBacklog[] backlogs, bool isExplained = false, int? width = null)
    {
        using var stream = new MemoryStream();
        new ReadingText(isExplained, width, color: false).Write(
            new ReadingReport("1.2.3", [.. backlogs]),
            stream
        );
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static AnnotatedBacklog Sample()
    {
        var item = Tests.Sample.Item("Cache the fonts", status: Status.InProgress) with
        {
            Span = SpanOf("Cache the fonts"),
        };
        const string Reason = "the box \"[wip]\" is not known";
        var account = new ReadingAccount
        {
            Read = 1,
            Unread = [new(SpanOf("[wip] Retry"), [5, 6], Reason, "\"boxes\": { \"wip\": \"inProgress\" }")],
            Parts =
            [
                new(PartForm.Heading, SpanOf("Improvements"), ReadAs.Section, "it is the title"),
                new(PartForm.Entry, SpanOf("[/] Cache the fonts"), ReadAs.Improvement, "it has a check box"),
                new(PartForm.Entry, SpanOf("Impact: 8"), ReadAs.Part, "it is a field"),
                new(PartForm.Entry, SpanOf("[wip] Retry the upload"), ReadAs.Unread, Reason),
                new(PartForm.Entry, SpanOf("[wip] Split the ##vso[x] suite"), ReadAs.Unread, Reason),
                new(PartForm.Heading, SpanOf("Legend"), ReadAs.Context, "its title says so"),
            ],
        };
        var backlog = new Backlog
        {
            File = SourceFile.Named("IMPROVEMENTS.md"),
            Improvements = [item],
            Account = account,
        };
        return new AnnotatedBacklog(backlog, Text);
    }

    private static SourceSpan SpanOf(string part)
    {
        var offset = Text.IndexOf(part, StringComparison.Ordinal);
        var before = Text[..offset];
        return SourceSpan.OnLine(
            offset,
            part.Length,
            before.Count(sign => sign == '\n') + 1,
            offset - before.LastIndexOf('\n')
        );
    }
}
