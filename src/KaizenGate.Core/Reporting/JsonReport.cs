using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict for programs, as docs/json.md describes it. A change that breaks a reader raises the schema version.</summary>
internal sealed class JsonReport(bool hasItems) : JsonView<Verdict>
{
    public static ReportFormat Format { get; } =
        new(
            "json",
            "for programs: everything, documented and stable",
            (verdict, options, stream) =>
                JsonText.Write(
                    stream,
                    new JsonReport(options.Verbose) { Source = verdict },
                    ReportJsonContext.Default.JsonReport
                )
        );

    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(Source.ToolVersion);
    public DateOnly AsOf => Source.AsOf;
    public string Verdict => JsonWord.Of(Source.Outcome);
    public int ExitCode => Source.ExitCode;
    public IEnumerable<ErrorJson> Errors => Source.Errors.Select(error => new ErrorJson { Source = error });
    public IEnumerable<BacklogJson> Backlogs =>
        Source.Backlogs.Select(backlog => new BacklogJson(hasItems) { Source = backlog });
    public IEnumerable<string> Untouched => Source.Untouched.Select(file => file.Path);
    public FiguresJson Figures => new() { Source = Source.Figures };
    public HiddenJson Hidden => new() { Source = Source };
    public IEnumerable<FindingJson> Findings => Source.Findings.Select(finding => new FindingJson { Source = finding });
    public IEnumerable<NotEvaluatedJson> NotEvaluated =>
        Source.NotEvaluated.Select(missing => new NotEvaluatedJson { Source = missing });
}

internal sealed class ErrorJson : JsonView<InputError>
{
    public string Message => Source.Message;
    public string Help => Source.Help;
    public string? Path => Source.Path;
    public int? Line => Source.Line;
    public int? Column => Source.Column;
}

internal sealed class BacklogJson(bool hasItems) : JsonView<CheckedBacklog>
{
    public string Path => Source.Backlog.File.Path;
    public IEnumerable<string> Settings => Source.SettingsFiles;
    public IEnumerable<JsonItem>? Items =>
        hasItems ? Source.Backlog.Improvements.Select(item => new JsonItem(item, Source.Scoring)) : null;
}

internal sealed class FiguresJson : JsonView<Figures>
{
    public int Open => Source.Open;
    public int Active => Source.Active;
    public int InProgress => Source.InProgress;
    public int Done => Source.Done;
    public int Deferred => Source.Deferred;
    public int Rejected => Source.Rejected;
    public int Identified => Source.Identified;
    public int Executed => Source.Executed;
    public JsonNumber ExecutionRate => Source.ExecutionRate;
    public JsonNumber DrainWeeks => Source.DrainWeeks;
    public JsonNumber KnownWeeks => Source.KnownWeeks;
    public JsonNumber ArrivalsPerWeek => Source.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => Source.DeparturesPerWeek;
    public DaysJson CycleDays => new() { Source = Source.CycleDays };
    public DaysJson OpenDays => new() { Source = Source.OpenDays };
}

internal sealed class DaysJson : JsonView<Days>
{
    public int Count => Source.Count;
    public JsonNumber Median => Source.Median;
    public JsonNumber Percentile85 => Source.Percentile85;
}

internal sealed class HiddenJson : JsonView<Verdict>
{
    public int Suppressed => HiddenText.Suppressed(Source);
    public int Baselined => HiddenText.Baselined(Source);
}

internal sealed class FindingJson : JsonView<Finding>
{
    public string RuleId => Source.Rule.Id;
    public string Name => Source.Rule.Name;
    public string Severity => SeverityText.Of(Source.Severity);
    public string Message => Source.Message;
    public string Help => Source.Rule.Remedy;
    public string Path => Source.File.Path;
    public int Line => Source.Span.Line;
    public int Column => Source.Span.Column;
    public int EndLine => Source.Span.EndLine;
    public int EndColumn => Source.Span.EndColumn;
    public FoundItemJson? Item => Source.Item is { } item ? new() { Source = item } : null;
    public bool Suppressed => Source.IsSuppressed;
    public bool Baselined => Source.IsBaselined;
}

/// <summary>The improvement that a finding is about.</summary>
internal sealed class FoundItemJson : JsonView<Improvement>
{
    public string? Id => Source.Id;
    public string Title => Source.Title;
}

internal sealed class NotEvaluatedJson : JsonView<NotEvaluatedRule>
{
    public string RuleId => Source.Rule.Id;
    public string Path => Source.File.Path;
    public string Reason => Source.Reason;
    public int? Has => Source.Has;
    public int? Needs => Source.Needs;
}
