using System.Xml;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// JUnit XML: a suite per backlog, a case per active rule. A case fails on findings that fail the gate; other findings are
/// in the output of the suite. Valid against the schemas of Jenkins and Ant.
/// </summary>
internal static class JUnitReport
{
    public static ReportFormat<Verdict> Format { get; } =
        new("junit", "for test reports (JUnit XML) in Jenkins, GitLab, Azure DevOps and others", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = ReportStream.Encoding,
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        var id = 0;
        foreach (var section in ReportSection.Of(verdict))
        {
            WriteSuite(xml, verdict, section, id++);
        }

        if (verdict.Errors.Length > 0)
        {
            WriteErrors(xml, verdict, id);
        }

        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
        xml.WriteEndDocument();
    }

    private static void WriteSuite(XmlWriter xml, Verdict verdict, ReportSection section, int id)
    {
        var cases = Cases(verdict, section);
        StartSuite(
            xml,
            verdict,
            LogText.Path(section.File.RootPath),
            id,
            tests: cases.Length,
            failures: cases.Count(one => one.Failures.Length > 0),
            errors: 0,
            skipped: cases.Count(one => one.IsSkipped)
        );
        WriteProperties(xml, section.Checked?.Figures);
        foreach (var one in cases)
        {
            WriteCase(xml, one, section);
        }

        WriteOutput(xml, verdict, section, cases);
        xml.WriteEndElement();
    }

    /// <summary>The suite of input errors.</summary>
    private static void WriteErrors(XmlWriter xml, Verdict verdict, int id)
    {
        var count = verdict.Errors.Length;
        StartSuite(xml, verdict, "KaizenGate", id, tests: count, failures: 0, errors: count, skipped: 0);
        xml.WriteStartElement("properties");
        xml.WriteEndElement();
        // Numbered, because GitLab drops cases with equal names.
        foreach (var (index, error) in verdict.Errors.Index())
        {
            var where = error.Path is null ? "" : $" {LogText.Path(error.Path)}";
            StartCase(xml, $"input {index + 1}{where}", "KaizenGate");
            xml.WriteStartElement("error");
            xml.InertAttribute("message", VisibleText.Message(error.Message));
            xml.WriteAttributeString("type", "input");
            xml.InertLines(
                $"{FindingText.Place(error)}error: {VisibleText.Message(error.Message)}",
                $"→ {VisibleText.Message(error.Help)}"
            );
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", "");
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void StartSuite(
        XmlWriter xml,
        Verdict verdict,
        string name,
        int id,
        int tests,
        int failures,
        int errors,
        int skipped
    )
    {
        xml.WriteStartElement("testsuite");
        xml.InertAttribute("name", name);
        xml.WriteAttributeString("package", "kaizen");
        xml.WriteAttributeString("id", $"{id}");
        xml.WriteAttributeString("tests", $"{tests}");
        xml.WriteAttributeString("failures", $"{failures}");
        xml.WriteAttributeString("errors", $"{errors}");
        xml.WriteAttributeString("skipped", $"{skipped}");
        xml.WriteAttributeString("time", "0");
        // The day of the verdict, so that the same verdict yields the same file.
        xml.WriteAttributeString("timestamp", $"{verdict.AsOf:yyyy-MM-dd}T00:00:00");
        xml.WriteAttributeString("hostname", "localhost");
    }

    private static void WriteProperties(XmlWriter xml, Figures? figures)
    {
        xml.WriteStartElement("properties");
        if (figures is not null)
        {
            Property("open", $"{figures.Open}");
            Property("identified", $"{figures.Identified}");
            Property("executed", $"{figures.Executed}");
            Property("executionRate", FiguresText.Rate(figures.ExecutionRate));
            Property("arrivals", FiguresText.PerWeek(figures.ArrivalsPerWeek));
            Property("departures", FiguresText.PerWeek(figures.DeparturesPerWeek));
            Property("drainTime", FiguresText.Drain(figures.DrainWeeks));
        }

        xml.WriteEndElement();

        void Property(string name, string value)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }
    }

    private static void WriteCase(XmlWriter xml, RuleCase one, ReportSection section)
    {
        StartCase(xml, $"{one.Rule.Id} {one.Rule.Name}", LogText.Path(section.File.RootPath));
        if (one.Failures.Length > 0)
        {
            var rest = one.Failures.Length > 1 ? $" (and {one.Failures.Length - 1} more)" : "";
            xml.WriteStartElement("failure");
            xml.InertAttribute("message", $"{FindingText.Line(one.Failures[0])}{rest}");
            xml.WriteAttributeString("type", StatusText.Words(one.Failures.Max(finding => finding.Severity)));
            xml.InertLines([.. one.Failures.Select(FindingText.Line), one.Rule.Remedy]);
            xml.WriteEndElement();
        }
        else if (one.IsSkipped)
        {
            var reason = string.Join("; ", one.Missing.Select(missing => VisibleText.Message(missing.Reason)));
            xml.WriteStartElement("skipped");
            xml.InertAttribute("message", $"not evaluated: {reason}");
            xml.InertLines($"not evaluated: {reason}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void StartCase(XmlWriter xml, string name, string className)
    {
        xml.WriteStartElement("testcase");
        xml.InertAttribute("name", name);
        xml.InertAttribute("classname", className);
        xml.WriteAttributeString("time", "0");
    }

    /// <summary>Writes findings that do not fail the gate, and what a failed rule could not evaluate.</summary>
    private static void WriteOutput(
        XmlWriter xml,
        Verdict verdict,
        ReportSection section,
        ImmutableArray<RuleCase> cases
    )
    {
        var passing = section
            .Findings.Where(finding => finding.Counts && !verdict.FailsBy(finding))
            .Select(FindingText.Line);
        var missing = cases
            .Where(one => one.Failures.Length > 0)
            .SelectMany(one => one.Missing)
            .Select(one => $"not evaluated {one.Rule.Id}: {VisibleText.Message(one.Reason)}");
        xml.WriteStartElement("system-out");
        xml.InertLines([.. passing, .. missing]);
        xml.WriteEndElement();
        xml.WriteElementString("system-err", "");
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
    )
    {
        public bool IsSkipped => Failures.Length == 0 && Missing.Length > 0;
    }
}
