using System.Xml.Linq;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>Checkstyle XML, for hosts that read nothing else.</summary>
internal static class CheckstyleReport
{
    public static ReportFormat<Verdict> Format { get; } =
        new("checkstyle", "for other review tools that read Checkstyle XML", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        var files = verdict
            .Errors.Select(error =>
                (
                    Path: error.Path ?? ".",
                    Error: Error(error.Line ?? 1, error.Column ?? 1, "error", FindingText.Message(error), "input")
                )
            )
            .Concat(
                verdict
                    .AllFindings.Where(finding => finding.Counts)
                    .Select(finding =>
                        (
                            Path: finding.File.RootPath,
                            Error: Error(
                                finding.Span.Line,
                                finding.Span.Column,
                                StatusText.Words(finding.Severity),
                                FindingText.Message(finding),
                                finding.Rule.Id
                            )
                        )
                    )
            )
            .GroupBy(one => one.Path, StringComparer.Ordinal)
            .Select(group => new XElement(
                "file",
                InertXml.Attribute("name", group.Key),
                group.Select(one => one.Error)
            ));
        InertXml.Write(
            stream,
            new XElement("checkstyle", new XAttribute("version", "4.3"), files),
            hasDeclaration: true
        );
    }

    private static XElement Error(int line, int column, string severity, string message, string source) =>
        new(
            "error",
            new XAttribute("line", line),
            new XAttribute("column", column),
            new XAttribute("severity", severity),
            InertXml.Attribute("message", VisibleText.Message(message)),
            new XAttribute("source", $"kaizen.{source}")
        );
}
