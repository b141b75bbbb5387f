using System.Text;
using CsCheck;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class MarkdownReportTests
{
    [Fact]
    public void A_summary_fits_the_size_limit() =>
        Assert.InRange(Rendered.Bytes(SampleVerdicts.Crowded(20_000), "markdown").Length, 1_000_000, 1_048_576);

    [Fact]
    public void Omitted_findings_are_counted()
    {
        var lines = Rendered.Lines(SampleVerdicts.Crowded(20_000), "markdown");

        var shown = lines.Count(line =>
            line.Contains("IMPROVEMENTS.md&#58;", StringComparison.Ordinal)
            || line.Contains("IMPROVEMENTS.md:", StringComparison.Ordinal)
        );
        Assert.Contains($"{60_000 - shown} more findings not shown.", lines);
    }

    [Fact]
    public void The_worst_findings_remain()
    {
        var text = Encoding.UTF8.GetString(Rendered.Bytes(SampleVerdicts.Crowded(10_000), "markdown"));

        Assert.Equal(10_000, text.Split("| error |").Length - 1);
    }

    [Fact]
    public void Hidden_findings_are_only_counted() =>
        Assert.EndsWith(
            "\nNot shown: 1 suppressed, 1 in the baseline for up to 12 days.\n",
            Rendered.Text(SampleVerdicts.Hostile, "markdown"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_comment_has_the_same_text_and_fits_the_limit()
    {
        Assert.Equal(
            Rendered.Text(SampleVerdicts.Hostile, "markdown"),
            Rendered.Text(SampleVerdicts.Hostile, "comment")
        );
        Assert.InRange(Rendered.Bytes(SampleVerdicts.Crowded(20_000), "comment").Length, 60_000, 65_000);
    }

    [Fact]
    public void A_change_shows_the_figures_before_and_after()
    {
        // 7 of 20 executed, before the change 5 of 18: 35% instead of 27.8%.
        var verdict = SampleVerdicts.Clean with
        {
            Change = new()
            {
                Description = "since main",
                Delta = new(0, 2, 2),
                Captured = 2,
                Completed = 2,
            },
        };

        var text = Rendered.Text(verdict, "markdown");

        Assert.Contains("| open | 12 | 12 | 0 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| identified | 18 | 20 | +2 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| executed | 5 | 7 | +2 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| execution rate | 28% | 35% | +7.2 points |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n2 captured, 2 completed.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_change_there_is_no_section_about_it() =>
        Assert.DoesNotContain(
            "Effect of this change",
            Rendered.Text(SampleVerdicts.Clean, "markdown"),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_matrix_shows_the_rows() =>
        // (2 - 0.5) / 10 and (8 - 0.5) / 10.
        Assert.Contains(
            "\n  \"1 Do First\": [0.15, 0.75]\n",
            Rendered.Text(SampleVerdicts.Clean, "markdown"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Hostile_ids_leave_the_diagram_valid() =>
        Hostile.Text.Sample(id =>
        {
            var lines = Rendered.Lines(SampleVerdicts.About(id, "IMPROVEMENTS.md"), "markdown");
            var start = Array.IndexOf(lines, "```mermaid");
            var end = Array.IndexOf(lines, "```", start);

            Assert.All(
                lines[(start + 5)..end],
                line => Assert.Matches(@"^  ""\d+[\w' ]+"": \[0\.\d+, 0\.\d+\]$", line)
            );
            Assert.Equal("</details>", lines[end + 2]);
        });
}
