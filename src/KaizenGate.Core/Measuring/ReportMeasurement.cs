using System.Text.Json;
using System.Xml;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.Rules.Statistics;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Measuring;

/// <summary>Measures metrics in reports of tests and of warnings.</summary>
internal static class ReportMeasurement
{
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>Returns the value of a metric.</summary>
    /// <param name="measure">Of tests or warnings. Durations are in seconds.</param>
    /// <param name="files">The absolute paths of the reports.</param>
    /// <exception cref="InputException">There is no report, one cannot be read, or none has a test with a duration.</exception>
    public static double Of(MetricMeasure measure, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            throw new InputException(
                $"{Quote.Of(measure.Target)} matches no file",
                "Run it after the step that writes the reports, in the same folder."
            );
        }

        return measure.Probe is MetricProbe.Sarif
            ? files.Sum(file => Read(file, stream => Warnings(stream, measure.Figure)))
            : OfTests([.. files.SelectMany(file => Read(file, stream => TestReport.Read(stream).Results))], measure);
    }

    private static double OfTests(ImmutableArray<TestCaseResult> results, MetricMeasure measure)
    {
        if (measure.Figure == "tests")
        {
            return results.Length;
        }

        if (measure.Figure == "failures")
        {
            return results.Count(result => result.Failed);
        }

        ImmutableArray<double> seconds = [.. results.Select(result => result.Duration?.TotalSeconds).OfType<double>()];
        return seconds.IsEmpty
            ? throw new InputException(
                $"no test in {Quote.Of(measure.Target)} has a duration",
                "Measure `#tests` or `#failures`, or let the test runner write durations."
            )
            : measure.Figure switch
            {
                "total" => Math.Round(seconds.Sum(), 3),
                "mean" => Math.Round(seconds.Average(), 6),
                "max" => seconds.Max(),
                var figure => Math.Round(
                    Percentile.Of(seconds, MetricMeasure.PercentileOf(figure)!.Value / 100d)!.Value,
                    6
                ),
            };
    }

    private static int Warnings(Stream stream, string rule)
    {
        var bytes = PlainFile.Rest(stream, MaxBytes);
        return bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8).StartsWith("{"u8)
            ? WarningMiner
                .Rules(bytes)
                .Count(one => rule.Length == 0 || one.Equals(rule, StringComparison.OrdinalIgnoreCase))
            : throw new JsonException("it is not SARIF");
    }

    private static T Read<T>(string file, Func<Stream, T> read)
    {
        try
        {
            using var stream = PlainFile.Open(file, MaxBytes);
            return read(stream);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or XmlException
                        or JsonException
                        or InvalidOperationException
            )
        {
            throw new InputException(
                $"a report cannot be read: {e.Message.TrimEnd('.')}",
                "Check the pattern and the program that writes it.",
                file
            );
        }
    }
}
