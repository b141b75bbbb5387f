using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>Service messages of TeamCity: an inspection per finding, and a build problem unless the gate passed.</summary>
internal static class TeamCityReport
{
    public static ReportFormat<Verdict> Format { get; } =
        new("teamcity", "for TeamCity: inspections and a build problem in the log", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Commands(stream);
        var counting = verdict.Findings.Where(finding => finding.Counts).ToList();
        foreach (var rule in counting.Select(finding => finding.Rule).DistinctBy(rule => rule.Id))
        {
            writer.WriteLine(
                BuildCommand.TeamCity(
                    "inspectionType",
                    ("id", rule.Id),
                    ("name", $"{rule.Id} {rule.Name}"),
                    ("category", $"{rule.Stage}"),
                    ("description", $"{rule.Rationale} {rule.Remedy}")
                )
            );
        }

        foreach (var finding in counting)
        {
            writer.WriteLine(Line(finding));
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            writer.WriteLine(Message(FindingText.Line(missing), "NORMAL"));
        }

        foreach (var error in verdict.Errors)
        {
            writer.WriteLine(Message($"{FindingText.Place(error)}{FindingText.Message(error)}", "ERROR"));
        }

        if (verdict.Outcome is not Outcome.Pass)
        {
            writer.WriteLine(
                BuildCommand.TeamCity(
                    "buildProblem",
                    ("description", $"KaizenGate: {VerdictText.Line(verdict)}"),
                    ("identity", "kaizen-gate")
                )
            );
        }
    }

    private static string Line(Finding finding) =>
        BuildCommand.TeamCity(
            "inspection",
            ("typeId", finding.Rule.Id),
            ("message", FindingText.Message(finding)),
            ("file", finding.File.RootPath),
            ("line", $"{finding.Span.Line}"),
            ("SEVERITY", StatusText.Words(finding.Severity).ToUpperInvariant())
        );

    private static string Message(string text, string status) =>
        BuildCommand.TeamCity("message", ("text", text), ("status", status));
}
