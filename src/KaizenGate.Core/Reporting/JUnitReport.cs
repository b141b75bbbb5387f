using System.Xml.Linq;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// JUnit XML: a suite per backlog, a case per active rule. A case fails on findings that fail the gate when everything is
/// checked; other findings are in the output of the suite. Valid against the schemas of Jenkins and Ant.
/// </summary>
internal static class JUnitReport
{
    public static ReportFormat<Verdict> Format { get; } =
        new("junit", "for test reports (JUnit XML) in Jenkins, GitLab, Azure DevOps and others", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        var suites = ReportSection
            .Of(verdict, verdict.AllFindings)
            .Select((section, id) => Suite(verdict, section, id))
            .ToList();
        if (verdict.Errors.Length > 0)
        {
            suites.Add(ErrorSuite(verdict, suites.Count));
        }

        InertXml.Write(stream, new XElement("testsuites", suites), hasDeclaration: true);
    }

    private static XElement Suite(Verdict verdict, ReportSection section, int id)
    {
        var cases = Cases(verdict, section);
        return Suite(
            verdict,
            LogText.Path(section.File.RootPath),
            id,
            [.. cases.Select(one => Case(one, section))],
            Properties(section.Checked?.Figures),
            Output(verdict, section, cases)
        );
    }

    /// <summary>The suite of input errors; numbered, because GitLab drops cases with equal names.</summary>
    private static XElement ErrorSuite(Verdict verdict, int id) =>
        Suite(
            verdict,
            "KaizenGate",
            id,
            [
                .. verdict.Errors.Select(
                    (error, index) =>
                        Case(
                            $"input {index + 1}{(error.Path is null ? "" : $" {LogText.Path(error.Path)}")}",
                            "KaizenGate",
                            Problem(
                                "error",
                                VisibleText.Message(error.Message),
                                "input",
                                $"{FindingText.Place(error)}error: {VisibleText.Message(error.Message)}",
                                $"→ {VisibleText.Message(error.Help)}"
                            )
                        )
                ),
            ],
            new XElement("properties"),
            new XElement("system-out")
        );

    private static XElement Suite(
        Verdict verdict,
        string name,
        int id,
        ImmutableArray<XElement> cases,
        XElement properties,
        XElement output
    )
    {
        int Count(string problem) => cases.Count(one => one.Element(problem) is not null);
        return new(
            "testsuite",
            InertXml.Attribute("name", name),
            new XAttribute("package", "kaizen"),
            new XAttribute("id", id),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", Count("failure")),
            new XAttribute("errors", Count("error")),
            new XAttribute("skipped", Count("skipped")),
            new XAttribute("time", 0),
            // The day of the verdict, so that the same verdict yields the same file.
            new XAttribute("timestamp", $"{verdict.AsOf:yyyy-MM-dd}T00:00:00"),
            new XAttribute("hostname", "localhost"),
            properties,
            cases,
            output,
            new XElement("system-err")
        );
    }

    private static XElement Properties(Figures? figures)
    {
        (string Name, string Value)[] properties = figures is null
            ? []
            :
            [
                ("open", $"{figures.Open}"),
                ("identified", $"{figures.Identified}"),
                ("executed", $"{figures.Executed}"),
                (
                    "executionRate",
                    FiguresText.OrReason(FiguresText.Rate(figures.ExecutionRate), FiguresText.NoRate(figures))
                ),
                (
                    "arrivals",
                    FiguresText.OrReason(
                        $"{FiguresText.PerWeek(figures.ArrivalsPerWeek)} {FiguresText.Window(figures)}",
                        FiguresText.NoPace(figures)
                    )
                ),
                (
                    "departures",
                    FiguresText.OrReason(
                        $"{FiguresText.PerWeek(figures.DeparturesPerWeek)} {FiguresText.Window(figures)}",
                        FiguresText.NoPace(figures)
                    )
                ),
                (
                    "drainTime",
                    FiguresText.OrReason(FiguresText.Drain(figures.DrainWeeks), FiguresText.NoDrain(figures))
                ),
            ];
        return new(
            "properties",
            properties.Select(one => new XElement(
                "property",
                new XAttribute("name", one.Name),
                new XAttribute("value", one.Value)
            ))
        );
    }

    private static XElement Case(RuleCase one, ReportSection section)
    {
        XElement? problem = null;
        if (one.Failures.Length > 0)
        {
            var rest = one.Failures.Length > 1 ? $" (and {one.Failures.Length - 1} more)" : "";
            problem = Problem(
                "failure",
                $"{FindingText.Line(one.Failures[0])}{rest}",
                StatusText.Words(one.Failures.Max(finding => finding.Severity)),
                [.. one.Failures.Select(FindingText.Line), one.Rule.Remedy]
            );
        }
        else if (one.Missing.Length > 0)
        {
            var reason = string.Join("; ", one.Missing.Select(missing => VisibleText.Message(missing.Reason)));
            problem = Problem("skipped", $"not evaluated: {reason}", null, $"not evaluated: {reason}");
        }

        return Case($"{one.Rule.Id} {one.Rule.Name}", LogText.Path(section.File.RootPath), problem);
    }

    private static XElement Case(string name, string className, XElement? problem) =>
        new(
            "testcase",
            InertXml.Attribute("name", name),
            InertXml.Attribute("classname", className),
            new XAttribute("time", 0),
            problem
        );

    private static XElement Problem(string kind, string message, string? type, params IEnumerable<string> lines)
    {
        var problem = InertXml.Lines(kind, lines);
        problem.Add(InertXml.Attribute("message", message), type is null ? null : new XAttribute("type", type));
        return problem;
    }

    /// <summary>The findings that do not fail the gate, and what a failed rule could not evaluate.</summary>
    private static XElement Output(Verdict verdict, ReportSection section, ImmutableArray<RuleCase> cases)
    {
        var passing = section
            .Findings.Where(finding => finding.Counts && !verdict.FailsBy(finding))
            .Select(FindingText.Line);
        var missing = cases
            .Where(one => one.Failures.Length > 0)
            .SelectMany(one => one.Missing)
            .Select(one => $"not evaluated {one.Rule.Id}: {VisibleText.Message(one.Reason)}");
        return InertXml.Lines("system-out", [.. passing, .. missing]);
    }

    /// <summary>All active rules on a backlog; on other files, the rules with findings.</summary>
    private static ImmutableArray<RuleCase> Cases(Verdict verdict, ReportSection section)
    {
        var failures = section.Findings.Where(verdict.FailsBy).ToLookup(finding => finding.Rule.Id);
        var missing = section.NotEvaluated.ToLookup(one => one.Rule.Id);
        var active = section.Checked?.Rules.Where(one => one.Severity is not Severity.Off) ?? [];
        return
        [
            .. active
                .Select(one => one.Rule)
                .Concat(section.Findings.Where(finding => finding.Counts).Select(finding => finding.Rule))
                .Concat(section.NotEvaluated.Select(one => one.Rule))
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => new RuleCase(rule, [.. failures[rule.Id]], [.. missing[rule.Id]])),
        ];
    }

    private sealed record RuleCase(
        Rule Rule,
        ImmutableArray<Finding> Failures,
        ImmutableArray<NotEvaluatedRule> Missing
    );
}
