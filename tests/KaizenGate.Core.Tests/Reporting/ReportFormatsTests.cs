using System.Text;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class ReportFormatsTests
{
    public static TheoryData<string> Names() => [.. ReportFormats.All.Select(format => format.Name)];

    [Fact]
    public void A_format_is_found_ignoring_case() => Assert.Equal("junit", ReportFormats.All.Find("JUnit")?.Name);

    [Fact]
    public void An_unknown_format_is_not_found() => Assert.Null(ReportFormats.All.Find("pdf"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stream_stays_open(string name)
    {
        using var stream = new MemoryStream();

        ReportFormats.All.Find(name)!.Write(SampleVerdicts.Hostile, ReportOptions.Default, stream);

        Assert.True(stream.CanWrite);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_no_byte_order_mark(string name) =>
        Assert.False(Rendered.Bytes(SampleVerdicts.Hostile, name).AsSpan().StartsWith(Encoding.UTF8.Preamble));

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_end_with_a_line_feed(string name)
    {
        var text = Rendered.Text(SampleVerdicts.Hostile, name);

        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rules_that_were_not_evaluated_are_listed(string name) =>
        Assert.Contains(
            "captures without a date",
            Rendered.Text(SampleVerdicts.Hostile, name),
            StringComparison.Ordinal
        );
}
