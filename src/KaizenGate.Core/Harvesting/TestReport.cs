using System.Globalization;
using System.Xml;

namespace KaizenGate.Core.Harvesting;

/// <summary>A report of tests in the form of JUnit or TRX. Skipped tests are left out.</summary>
/// <param name="At">When the tests ran; null when the report does not say.</param>
/// <param name="Results">The results.</param>
internal sealed record TestReport(DateTimeOffset? At, ImmutableArray<TestCaseResult> Results)
{
    private const int LongestName = 200;
    private const int MostResults = 500_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 256 * 1024 * 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads a report.</summary>
    /// <exception cref="XmlException">It is not XML, or has a document type.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TestReport Read(Stream stream)
    {
        using var xml = XmlReader.Create(stream, Safe);
        DateTimeOffset? at = null;
        var results = ImmutableArray.CreateBuilder<TestCaseResult>();
        TestCaseResult? open = null;
        var isSkipped = false;
        while (xml.Read() && results.Count < MostResults)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "testcase")
            {
                End();
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "testsuite" or "testsuites":
                    at ??= Time(xml.GetAttribute("timestamp"));
                    break;
                case "Times":
                    at = Time(xml.GetAttribute("start")) ?? at;
                    break;
                case "testcase":
                    open = JUnit(xml);
                    isSkipped = false;
                    if (xml.IsEmptyElement)
                    {
                        End();
                    }

                    break;
                case "failure" or "error" when open is { } failing:
                    open = failing with { Failed = true };
                    break;
                case "flakyFailure" or "flakyError" when open is { } flaking:
                    open = flaking with { Flaked = flaking.Flaked + 1 };
                    break;
                case "skipped" when open is not null:
                    isSkipped = true;
                    break;
                case "UnitTestResult":
                    if (Trx(xml) is { } result)
                    {
                        results.Add(result);
                    }

                    break;
                default:
                    break;
            }
        }

        return new(at, results.ToImmutable());

        void End()
        {
            if (open is { } done && !isSkipped)
            {
                results.Add(done);
            }

            open = null;
        }
    }

    private static TestCaseResult JUnit(XmlReader xml) =>
        new(
            Name(xml.GetAttribute("classname"), xml.GetAttribute("name")),
            Failed: false,
            Flaked: 0,
            double.TryParse(xml.GetAttribute("time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and < 1e6
                ? TimeSpan.FromSeconds(seconds)
                : null
        );

    /// <summary>Reads a result of TRX; null for one that was not executed.</summary>
    private static TestCaseResult? Trx(XmlReader xml) =>
        xml.GetAttribute("outcome") is ("Passed" or "Failed" or "Error" or "Timeout" or "Aborted") and var outcome
            ? new(
                Name(null, xml.GetAttribute("testName")),
                outcome != "Passed",
                Flaked: 0,
                TimeSpan.TryParse(xml.GetAttribute("duration"), CultureInfo.InvariantCulture, out var duration)
                    ? duration
                    : null
            )
            : null;

    /// <summary>The class and the name, without the arguments of a case, which can be contents.</summary>
    private static string Name(string? type, string? name)
    {
        var own = name ?? "";
        var arguments = own.IndexOfAny(['(', '[', '"']);
        own = arguments > 0 ? own[..arguments].TrimEnd() : own;
        var full = string.IsNullOrEmpty(type) || own.StartsWith(type, StringComparison.Ordinal) ? own : $"{type}.{own}";
        return Escaping.VisibleText.Cut(Masking.MaskedText.Of(full), LongestName);
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
