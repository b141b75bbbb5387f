using System.Text;

namespace KaizenGate.Reporting;

public sealed class MarkdownReportTests
{
    [Fact]
    public void It_fits_into_a_job_summary() =>
        Assert.InRange(Rendered.Bytes(SampleVerdicts.Crowded(20_000), "markdown").Length, 1_000_000, 1_048_576);

    [Fact]
    public void What_is_cut_is_counted()
    {
        var lines = Rendered.Lines(SampleVerdicts.Crowded(20_000), "markdown");

        var shown = lines.Count(line =>
            line.Contains("IMPROVEMENTS.md&#58;", StringComparison.Ordinal)
            || line.Contains("IMPROVEMENTS.md:", StringComparison.Ordinal)
        );
        Assert.Contains($"{60_000 - shown} more findings left out.", lines);
    }

    [Fact]
    public void The_worst_stay()
    {
        var text = Encoding.UTF8.GetString(Rendered.Bytes(SampleVerdicts.Crowded(10_000), "markdown"));

        Assert.Equal(10_000, text.Split("| error |").Length - 1);
    }

    [Fact]
    public void Hidden_findings_are_counted_only() =>
        Assert.EndsWith(
            "\nNot shown: 1 suppressed, 1 in the baseline.\n",
            Rendered.Text(SampleVerdicts.Hostile, "markdown"),
            StringComparison.Ordinal
        );
}
