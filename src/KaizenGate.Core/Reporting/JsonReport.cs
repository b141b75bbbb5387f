using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
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
    public IEnumerable<InputError> Errors => Source.Errors;
    public IEnumerable<BacklogJson> Backlogs =>
        Source.Backlogs.Select(backlog => new BacklogJson(hasItems) { Source = backlog });
    public IEnumerable<string> Untouched => Source.Untouched.Select(file => file.Path);
    public Figures Figures => Source.Figures;
    public HiddenJson Hidden => new(HiddenText.Suppressed(Source), HiddenText.Baselined(Source));
    public IEnumerable<FindingJson> Findings => Source.Findings.Select(finding => new FindingJson { Source = finding });
    public IEnumerable<NotEvaluatedJson> NotEvaluated =>
        Source.NotEvaluated.Select(missing => new NotEvaluatedJson { Source = missing });
}

internal sealed class BacklogJson(bool hasItems) : JsonView<CheckedBacklog>
{
    public string Path => Source.Backlog.File.Path;
    public IEnumerable<string> Settings => Source.SettingsFiles;
    public AccountJson Account => new() { Source = Source.Backlog.Account };
    public IEnumerable<JsonItem>? Items =>
        hasItems ? Source.Backlog.Improvements.Select(item => new JsonItem(item, Source.Scoring)) : null;
}

internal sealed record HiddenJson(int Suppressed, int Baselined);

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
