using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>Issues in the log of Azure Pipelines, which supports errors and warnings; everything else is a plain line.</summary>
internal static class AzureReport
{
    public static ReportFormat<Verdict> Format { get; } =
        new("azure", "for Azure Pipelines: errors and warnings in the log", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Commands(stream);
        foreach (var error in verdict.Errors)
        {
            writer.WriteLine(Line(error));
        }

        foreach (var finding in FindingText.WorstFirst(verdict))
        {
            writer.WriteLine(finding.Severity is Severity.Info ? FindingText.Line(finding) : Line(finding));
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            writer.WriteLine(FindingText.Line(missing));
        }
    }

    private static string Line(Finding finding) =>
        BuildCommand.Azure(
            "task.logissue",
            LogText.Of(FindingText.Message(finding)),
            ("type", StatusText.Words(finding.Severity)),
            ("sourcepath", LogText.Of(finding.File.RootPath)),
            ("linenumber", $"{finding.Span.Line}"),
            ("columnnumber", $"{finding.Span.Column}"),
            ("code", finding.Rule.Id)
        );

    private static string Line(InputError error) =>
        BuildCommand.Azure(
            "task.logissue",
            LogText.Message(FindingText.Message(error)),
            ("type", "error"),
            ("sourcepath", error.Path is null ? null : LogText.Of(error.Path)),
            ("linenumber", error.Line is null ? null : $"{error.Line}"),
            ("columnnumber", error.Column is null ? null : $"{error.Column}")
        );
}
