using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>SARIF 2.1.0 for GitHub code scanning and others.</summary>
internal static class SarifReport
{
    /// <summary>GitHub rejects runs with more results.</summary>
    internal const int MaxResults = 25_000;

    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static ReportFormat Format { get; } =
        new(
            "sarif",
            "for code scanning (SARIF 2.1.0): GitHub, Azure DevOps, editors",
            (verdict, options, stream) =>
                JsonText.Write(
                    stream,
                    new SarifLog(Schema, "2.1.0", [Run(verdict, options)]),
                    SarifJsonContext.Default.SarifLog
                )
        );

    private static SarifRun Run(Verdict verdict, ReportOptions options)
    {
        var rules = SarifRules.Of(verdict);
        var index = rules.Select((rule, at) => (rule.Rule.Id, at)).ToDictionary(one => one.Id, one => one.at);
        var findings = verdict
            .Findings.Where(finding => finding.Counts || options.IncludeSuppressed)
            .OrderByDescending(finding => finding.Counts)
            .ThenByDescending(finding => finding.Severity)
            .ToList();
        var fingerprints = Fingerprints.Of(verdict);
        return new(
            new(new("KaizenGate", verdict.ToolVersion, verdict.ToolVersion, rules.Select(SarifRules.Rule))),
            // The category of the upload is the part before the last slash.
            new("kaizen/"),
            "utf16CodeUnits",
            [
                new(
                    verdict.Outcome is not Outcome.Error,
                    verdict.ExitCode,
                    Notifications(verdict, index, findings.Count - MaxResults)
                ),
            ],
            findings
                .Take(MaxResults)
                // An empty list means "not suppressed"; null would mean "unknown" in a run with suppressions.
                .Select(finding =>
                    Result(
                        finding,
                        index[finding.Rule.Id],
                        fingerprints[finding],
                        options.IncludeSuppressed ? Suppressions(finding) : null
                    )
                )
        );
    }

    private static SarifResult Result(
        Finding finding,
        int rule,
        string fingerprint,
        IEnumerable<SarifSuppression>? suppressions
    )
    {
        var span = finding.Span;
        var region = new SarifRegion(span.Line, span.Column, span.EndLine, span.EndColumn);
        return new(
            finding.Rule.Id,
            rule,
            Level(finding.Severity),
            SarifText.Message(FindingText.Message(finding)),
            [new(new(new(SarifUri.Of(finding.File.RootPath)), region))],
            new(fingerprint),
            suppressions
        );
    }

    private static IEnumerable<SarifSuppression> Suppressions(Finding finding)
    {
        if (finding.IsSuppressed)
        {
            yield return new(
                "inSource",
                "accepted",
                finding.SuppressionReason is { } reason ? VisibleText.Message(reason) : null
            );
        }

        if (finding.IsBaselined)
        {
            yield return new("external", "accepted", "in the baseline");
        }
    }

    /// <summary>Input errors, rules that were not evaluated, and the number of results left out.</summary>
    private static IEnumerable<SarifNotification> Notifications(Verdict verdict, Dictionary<string, int> index, int cut)
    {
        foreach (var error in verdict.Errors)
        {
            yield return Notification(error);
        }

        foreach (var missing in verdict.NotEvaluated)
        {
            var message = VisibleText.Message(missing.Reason);
            yield return new(
                "note",
                SarifText.Message($"{missing.Rule.Id} not evaluated: {message}"),
                new(missing.Rule.Id, index[missing.Rule.Id]),
                [new(new(new(SarifUri.Of(missing.File.RootPath))))]
            );
        }

        if (cut > 0)
        {
            yield return new(
                "warning",
                SarifText.Message($"{Wording.Count(cut, "result")} left out: the least severe, beyond {MaxResults}")
            );
        }
    }

    private static SarifNotification Notification(InputError error)
    {
        SarifRegion? region = error.Line is { } line ? new(line, error.Column ?? 1) : null;
        return new(
            "error",
            SarifText.Message(VisibleText.Message(InputErrorText.Message(error))),
            Locations: error.Path is { } path ? [new(new(new(SarifUri.Of(path)), region))] : null
        );
    }

    internal static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "note",
            _ => "none",
        };
}
