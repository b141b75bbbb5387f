using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class JUnitReportTests
{
    public static TheoryData<string, string> Schemas() =>
        new MatrixTheoryData<string, string>(
            ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"],
            ["hostile", "clean", "empty", "broken", "anything"]
        )
            is var matrix
            ? [.. matrix.Select(row => (row.Data.Item1, row.Data.Item2))]
            : [];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Junit_is_valid(string schema, string name)
    {
        Assert.SkipWhen(Repository.Shared is null, "the schemas are next to the repository");
        var verdict = name switch
        {
            "hostile" => SampleVerdicts.Hostile,
            "clean" => SampleVerdicts.Clean,
            "empty" => SampleVerdicts.Empty,
            "broken" => SampleVerdicts.Broken,
            _ => SampleVerdicts.About("\0 \uD800 \uFFFF", " "),
        };
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(Path.Combine(Repository.Shared!, "schemas", "junit", schema)))
        {
            schemas.Add(null, reader);
        }

        var problems = new List<string>();
        XDocument
            .Parse(Rendered.Text(verdict, "junit"))
            .Validate(schemas, (_, problem) => problems.Add(problem.Message));

        Assert.Empty(problems);
    }

    [Fact]
    public void A_finding_that_fails_the_gate_fails_the_case() =>
        Assert.Equal(
            ["KZ201 unscored", "KZ203 priority-score-mismatch"],
            Names(Suite(SampleVerdicts.Hostile), "failure")
        );

    [Fact]
    public void A_stricter_gate_fails_more_cases() =>
        Assert.Equal(
            ["KZ201 unscored", "KZ203 priority-score-mismatch", "KZ307 overdue", "KZ903 metadata-drift"],
            Names(Suite(SampleVerdicts.Hostile with { FailOn = Severity.Warning }), "failure")
        );

    [Fact]
    public void A_gate_that_never_fails_fails_no_case() =>
        Assert.Empty(Names(Suite(SampleVerdicts.Hostile with { FailOn = null }), "failure"));

    [Fact]
    public void Other_findings_are_in_the_output() =>
        Assert.Contains(
            "IMPROVEMENTS.md:18:5 info KZ403 no time spent is written",
            Suite(SampleVerdicts.Hostile).Element("system-out")!.Value,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_rule_that_was_not_evaluated_is_skipped() =>
        Assert.Equal(
            ["KZ301 low-execution-rate", "KZ302 growing-backlog"],
            Names(Suite(SampleVerdicts.Hostile), "skipped")
        );

    [Fact]
    public void A_rule_that_fails_and_lacks_data_fails_and_reports_both()
    {
        var file = SourceFile.Named("B.md");
        var verdict = SampleVerdicts.Hostile with
        {
            Findings = [SampleVerdicts.Finding(SampleRules.LowRate, Severity.Error, file, 1, "is low")],
            NotEvaluated = [new(SampleRules.LowRate, file, "too few", 1, 10)],
            Backlogs = [],
        };

        var suite = Suite(verdict);

        Assert.Equal(["KZ301 low-execution-rate"], Names(suite, "failure"));
        Assert.Equal("not evaluated KZ301: too few", suite.Element("system-out")!.Value);
    }

    [Fact]
    public void A_rule_that_is_off_has_no_case() =>
        Assert.DoesNotContain(
            "KZ208 uncategorized",
            Suite(SampleVerdicts.Clean).Elements("testcase").Select(one => (string?)one.Attribute("name"))
        );

    [Fact]
    public void Hidden_findings_fail_no_case()
    {
        var verdict = SampleVerdicts.Hostile with
        {
            Findings =
            [
                .. SampleVerdicts.Hostile.Findings.Select(finding => finding with { BaselinedSince = Sample.AsOf }),
            ],
        };

        Assert.Empty(Names(Suite(verdict), "failure"));
    }

    [Fact]
    public void The_counts_match_the_cases()
    {
        var suites = XDocument.Parse(Rendered.Text(SampleVerdicts.Hostile, "junit")).Root!.Elements();

        Assert.All(
            suites,
            suite =>
            {
                Assert.Equal(suite.Elements("testcase").Count(), (int)suite.Attribute("tests")!);
                Assert.Equal(suite.Descendants("failure").Count(), (int)suite.Attribute("failures")!);
                Assert.Equal(suite.Descendants("skipped").Count(), (int)suite.Attribute("skipped")!);
            }
        );
    }

    [Fact]
    public void Case_names_are_unique_in_a_suite()
    {
        var error = new InputError("m", "h", "same.md");
        var suite = Suite(SampleVerdicts.Empty with { Outcome = Outcome.Error, Errors = [error, error] });

        var names = suite.Elements("testcase").Select(one => (string?)one.Attribute("name")).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    private static XElement Suite(Verdict verdict) =>
        XDocument.Parse(Rendered.Text(verdict, "junit")).Root!.Elements("testsuite").First();

    private static IEnumerable<string?> Names(XElement suite, string outcome) =>
        suite
            .Elements("testcase")
            .Where(one => one.Element(outcome) is not null)
            .Select(one => (string?)one.Attribute("name"));
}
