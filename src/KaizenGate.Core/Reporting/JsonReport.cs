using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The verdict for programs, as docs/json.md describes it. A change that breaks a reader raises the schema version.</summary>
internal sealed class JsonReport(Verdict verdict, ReportOptions options)
{
    public static ReportFormat Format { get; } =
        new(
            "json",
            "for programs: everything, documented and stable",
            (verdict, options, stream) =>
                JsonText.Write(stream, new JsonReport(verdict, options), ReportJsonContext.Default.JsonReport)
        );

    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(verdict.ToolVersion);
    public DateOnly AsOf => verdict.AsOf;
    public string Verdict => JsonWord.Of(verdict.Outcome);
    public int ExitCode => verdict.ExitCode;
    public IEnumerable<ErrorJson> Errors => verdict.Errors.Select(error => new ErrorJson(error));
    public IEnumerable<BacklogJson> Backlogs =>
        verdict.Backlogs.Select(backlog => new BacklogJson(backlog, options.Verbose));
    public IEnumerable<string> Untouched => verdict.Untouched.Select(file => file.Path);
    public FiguresJson Figures => new(verdict.Figures);
    public HiddenJson Hidden => new(verdict);
    public IEnumerable<FindingJson> Findings => verdict.Findings.Select(finding => new FindingJson(finding));
    public IEnumerable<NotEvaluatedJson> NotEvaluated =>
        verdict.NotEvaluated.Select(missing => new NotEvaluatedJson(missing));
}

internal sealed class ErrorJson(InputError error)
{
    public string Message => error.Message;
    public string Help => error.Help;
    public string? Path => error.Path;
    public int? Line => error.Line;
    public int? Column => error.Column;
}

internal sealed class BacklogJson(JudgedBacklog judged, bool hasItems)
{
    public string Path => judged.Backlog.File.Path;
    public IEnumerable<string> Settings => judged.SettingsFiles;
    public IEnumerable<JsonItem>? Items =>
        hasItems ? judged.Backlog.Improvements.Select(item => new JsonItem(item, judged.Scoring)) : null;
}

internal sealed class FiguresJson(Figures figures)
{
    public int Open => figures.Open;
    public int Active => figures.Active;
    public int InProgress => figures.InProgress;
    public int Done => figures.Done;
    public int Deferred => figures.Deferred;
    public int Rejected => figures.Rejected;
    public int Identified => figures.Identified;
    public int Executed => figures.Executed;
    public JsonNumber ExecutionRate => figures.ExecutionRate;
    public JsonNumber DrainWeeks => figures.DrainWeeks;
    public JsonNumber KnownWeeks => figures.KnownWeeks;
    public JsonNumber ArrivalsPerWeek => figures.ArrivalsPerWeek;
    public JsonNumber DeparturesPerWeek => figures.DeparturesPerWeek;
    public DaysJson CycleDays => new(figures.CycleDays);
    public DaysJson OpenDays => new(figures.OpenDays);
}

internal sealed class DaysJson(Days days)
{
    public int Count => days.Count;
    public JsonNumber Median => days.Median;
    public JsonNumber Percentile85 => days.Percentile85;
}

internal sealed class HiddenJson(Verdict verdict)
{
    public int Suppressed => HiddenText.Suppressed(verdict);
    public int Baselined => HiddenText.Baselined(verdict);
}

internal sealed class FindingJson(Finding finding)
{
    public string RuleId => finding.Rule.Id;
    public string Name => finding.Rule.Name;
    public string Severity => SeverityText.Of(finding.Severity);
    public string Message => finding.Message;
    public string Help => finding.Rule.Remedy;
    public string Path => finding.File.Path;
    public int Line => finding.Span.Line;
    public int Column => finding.Span.Column;
    public int EndLine => finding.Span.EndLine;
    public int EndColumn => finding.Span.EndColumn;
    public FoundItemJson? Item => finding.Item is { } item ? new(item) : null;
    public bool Suppressed => finding.IsSuppressed;
    public bool Baselined => finding.IsBaselined;
}

/// <summary>The improvement that a finding is about.</summary>
internal sealed class FoundItemJson(Improvement item)
{
    public string? Id => item.Id;
    public string Title => item.Title;
}

internal sealed class NotEvaluatedJson(NotEvaluated missing)
{
    public string RuleId => missing.Rule.Id;
    public string Path => missing.File.Path;
    public string Reason => missing.Reason;
    public int? Has => missing.Has;
    public int? Needs => missing.Needs;
}
