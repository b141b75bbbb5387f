using KaizenGate.Analytics;

namespace KaizenGate.Reporting.Analytics;

public sealed class ProgressSummaryTests
{
    [Fact]
    public void A_record_is_one_line()
    {
        using var stream = new MemoryStream();
        ProgressFormats.Find("ndjson")!.Write(YearOfEvidence.Report, ProgressOptions.Default, stream);

        Assert.Equal(stream.Length - 1, Array.IndexOf(stream.ToArray(), (byte)'\n'));
    }
}
