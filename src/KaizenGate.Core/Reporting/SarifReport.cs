using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>SARIF 2.1.0 for GitHub code scanning and others.</summary>
internal static class SarifReport
{
    /// <summary>GitHub rejects runs with more results.</summary>
    internal const int MaxResults = 25_000;

    /// <summary>Longer texts have no snippet, in UTF-16 code units.</summary>
    private const int LongestSnippet = 500;

    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>A message without links: <c>[text](target)</c> is a link even in plain text.</summary>
    private static readonly JsonContract<string> Message = new()
    {
        { "text", text => VisibleText.Of(text).Replace("](", "] (", StringComparison.Ordinal) },
    };

    /// <summary>The base of all relative paths; readers know it by convention.</summary>
    private const string Root = "%SRCROOT%";

    private static readonly JsonContract<Place> Region = new(omitsNull: true)
    {
        { "startLine", place => place.Line },
        { "startColumn", place => place.Column },
        { "endLine", place => place.EndLine },
        { "endColumn", place => place.EndColumn },
        { "snippet", place => place.Snippet, Message },
    };

    private static readonly JsonContract<Place> PhysicalLocation = new(omitsNull: true)
    {
        {
            "artifactLocation",
            place => SarifUri.Of(place.Path),
            new(omitsNull: true)
            {
                { "uri", uri => uri },
                { "uriBaseId", uri => uri.StartsWith("file:", StringComparison.Ordinal) ? null : Root },
            }
        },
        { "region", place => place.Line is null ? null : place, Region },
    };

    private static readonly JsonContract<Place> Location = new()
    {
        { "physicalLocation", place => place, PhysicalLocation },
    };

    private static readonly JsonContract<Notification> ToolNotification = new(omitsNull: true)
    {
        { "level", one => one.Level },
        { "message", one => one.Text, Message },
        {
            "associatedRule",
            one => one.Rule is null ? null : one,
            new() { { "id", one => one.Rule }, { "index", one => one.RuleIndex } }
        },
        { "locations", one => one.Place is { } place ? [place] : null, Location },
    };

    private static readonly JsonContract<(string Kind, string? Reason)> Suppression = new(omitsNull: true)
    {
        { "kind", one => one.Kind },
        { "status", _ => "accepted" },
        { "justification", one => one.Reason },
    };

    private static readonly JsonContract<(Finding Finding, Run Run)> Result = new(omitsNull: true)
    {
        { "ruleId", one => one.Finding.Rule.Id },
        { "ruleIndex", one => one.Run.Index[one.Finding.Rule.Id] },
        { "level", one => SarifRules.Level(one.Finding.Severity) },
        { "message", one => FindingText.Message(one.Finding), Message },
        { "locations", one => [one.Run.PlaceOf(one.Finding)], Location },
        {
            "partialFingerprints",
            one => one.Run.Fingerprints[one.Finding],
            new() { { "kaizenFinding/v1", fingerprint => fingerprint } }
        },
        // An empty list means "not suppressed"; null would mean "unknown" in a run with suppressions.
        { "suppressions", one => one.Run.Options.IncludeSuppressed ? Suppressions(one.Finding) : null, Suppression },
    };

    private static readonly JsonContract<Run> Driver = new()
    {
        { "name", _ => "KaizenGate" },
        { "informationUri", _ => ProjectAddress.Url },
        { "version", run => run.Verdict.ToolVersion },
        { "semanticVersion", run => run.Verdict.ToolVersion },
        { "rules", run => run.Rules.Select(rule => (rule, run.Verdict.ToolVersion)), SarifRules.Rule },
    };

    private static readonly JsonContract<Run> Invocation = new()
    {
        { "executionSuccessful", run => run.Verdict.Outcome is not Outcome.Error },
        { "exitCode", run => run.Verdict.ExitCode },
        { "toolExecutionNotifications", Notifications, ToolNotification },
    };

    private static readonly JsonContract<HostedRevision> Provenance = new(omitsNull: true)
    {
        { "repositoryUri", revision => revision.Repository },
        { "revisionId", revision => revision.Commit },
        { "branch", revision => revision.Branch },
        {
            "mappedTo",
            revision => revision,
            new() { { "uriBaseId", _ => Root } }
        },
    };

    /// <summary>The root has a description and no address, so that the report does not depend on the machine.</summary>
    private static readonly JsonContract<Run> BaseIds = new()
    {
        {
            Root,
            run => run,
            new() { { "description", _ => "The root of the repository.", Message } }
        },
    };

    private static readonly JsonContract<Run> ToolRun = new(omitsNull: true)
    {
        {
            "tool",
            run => run,
            new() { { "driver", run => run, Driver } }
        },
        {
            "automationDetails",
            run => run,
            // The category of the upload is the part before the last slash.
            new() { { "id", _ => "kaizen/" } }
        },
        { "versionControlProvenance", run => run.Options.Revision is { } revision ? [revision] : null, Provenance },
        { "originalUriBaseIds", run => run, BaseIds },
        { "columnKind", _ => "utf16CodeUnits" },
        { "invocations", run => [run], Invocation },
        { "results", run => run.Findings.Take(MaxResults).Select(finding => (finding, run)), Result },
    };

    private static readonly JsonContract<Run> Log = new()
    {
        { "$schema", _ => Schema },
        { "version", _ => "2.1.0" },
        { "runs", run => [run], ToolRun },
    };

    public static ReportFormat<Verdict> Format { get; } =
        new(
            "sarif",
            "for code scanning (SARIF 2.1.0): GitHub, Azure DevOps, editors",
            (verdict, options, stream) => Log.Write(stream, new Run(verdict, options))
        );

    private static IEnumerable<(string, string?)> Suppressions(Finding finding)
    {
        if (finding.IsSuppressed)
        {
            yield return ("inSource", finding.SuppressionReason is { } reason ? VisibleText.Message(reason) : null);
        }

        if (finding.BaselinedSince is { } since)
        {
            yield return ("external", $"in the baseline since {Wording.Day(since)}");
        }
    }

    /// <summary>Input errors, rules that were not evaluated, and the number of results left out.</summary>
    private static IEnumerable<Notification> Notifications(Run run)
    {
        foreach (var error in run.Verdict.Errors)
        {
            yield return new("error", VisibleText.Message(FindingText.Message(error))) { Place = Place.Of(error) };
        }

        foreach (var missing in run.Verdict.NotEvaluated)
        {
            yield return new("note", $"{missing.Rule.Id} not evaluated: {VisibleText.Message(missing.Reason)}")
            {
                Rule = missing.Rule.Id,
                RuleIndex = run.Index[missing.Rule.Id],
                Place = new(missing.File.RootPath),
            };
        }

        if (run.Findings.Count - MaxResults is > 0 and var cut)
        {
            yield return new(
                "warning",
                $"{Wording.Count(cut, "result")} left out: the least severe, beyond {MaxResults}"
            );
        }
    }

    private sealed record Notification(string Level, string Text)
    {
        public string? Rule { get; init; }

        public int? RuleIndex { get; init; }

        public Place? Place { get; init; }
    }

    private sealed record Place(
        string Path,
        int? Line = null,
        int? Column = null,
        int? EndLine = null,
        int? EndColumn = null,
        string? Snippet = null
    )
    {
        public static Place? Of(InputError error) =>
            error.Path is null ? null : new(error.Path, error.Line, error.Line is null ? null : error.Column ?? 1);
    }

    private sealed class Run(Verdict verdict, ReportOptions options)
    {
        public Verdict Verdict => verdict;

        public ReportOptions Options => options;

        public ImmutableArray<RuleInForce> Rules { get; } = SarifRules.Of(verdict);

        public List<Finding> Findings { get; } =
        [
            .. verdict
                .AllFindings.Where(finding => finding.Counts || options.IncludeSuppressed)
                .OrderByDescending(finding => finding.Counts)
                .ThenByDescending(finding => finding.Severity),
        ];

        public Dictionary<Finding, string> Fingerprints { get; } = Reporting.Fingerprints.Of(verdict);

        public Dictionary<string, int> Index =>
            index ??= Rules.Index().ToDictionary(one => one.Item.Rule.Id, one => one.Index);

        public Place PlaceOf(Finding finding)
        {
            var span = finding.Span;
            return new(
                finding.File.RootPath,
                span.Line,
                span.Column,
                span.EndLine,
                span.EndColumn,
                Snippet(texts.GetValueOrDefault(finding.File), span)
            );
        }

        private static string? Snippet(string? text, SourceSpan span) =>
            text is not null
            && span.Length is > 0 and <= LongestSnippet
            && span.Offset >= 0
            && span.Offset <= text.Length - span.Length
                ? text.Substring(span.Offset, span.Length)
                : null;

        private readonly Dictionary<SourceFile, string?> texts = verdict
            .Backlogs.SelectMany(one => new[] { one.Backlog, one.Backlog.Archive })
            .OfType<Backlog>()
            .DistinctBy(backlog => backlog.File)
            .ToDictionary(backlog => backlog.File, backlog => backlog.Text);

        private Dictionary<string, int>? index;
    }
}
