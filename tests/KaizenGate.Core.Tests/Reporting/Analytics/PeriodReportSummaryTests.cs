using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Analytics;

public sealed class PeriodReportSummaryTests
{
    [Fact]
    public void A_record_is_one_line()
    {
        using var stream = new MemoryStream();
        PeriodReportFormats.All.Find("ndjson")!.Write(YearOfEvidence.Report, ReportOptions.Default, stream);

        Assert.Equal(stream.Length - 1, Array.IndexOf(stream.ToArray(), (byte)'\n'));
    }
}
