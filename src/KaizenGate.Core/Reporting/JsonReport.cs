using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class JsonReport
{
    /// <summary>The program that wrote a document, from its version.</summary>
    public static JsonContract<string> Tool { get; } =
        new() { { "name", _ => "KaizenGate" }, { "version", version => version } };

    public static JsonContract<NotEvaluatedRule> NotEvaluated { get; } =
        new()
        {
            { "ruleId", one => one.Rule.Id },
            { "path", one => one.File.Path },
            { "reason", one => one.Reason },
            { "has", one => one.Has },
            { "needs", one => one.Needs },
            { "needsChange", one => one.NeedsChange },
        };

    private static readonly JsonContract<InputError> Error = new()
    {
        { "message", error => error.Message },
        { "help", error => error.Help },
        { "path", error => error.Path },
        { "line", error => error.Line },
        { "column", error => error.Column },
    };

    private static readonly JsonContract<(CheckedBacklog Checked, bool HasItems)> Backlog = new()
    {
        { "path", one => one.Checked.Backlog.File.Path },
        { "settings", one => one.Checked.SettingsFiles },
        { "account", one => one.Checked.Backlog.Account, AccountJson.Contract },
        { "items", one => one.HasItems ? Items(one.Checked) : null, JsonItem.Contract },
    };

    private static readonly JsonContract<Spread> Days = new()
    {
        { "count", days => days.Count },
        { "median", days => days.Median },
        { "percentile85", days => days.Percentile85 },
    };

    private static readonly JsonContract<Figures> Figures = new()
    {
        { "open", figures => figures.Open },
        { "active", figures => figures.Active },
        { "inProgress", figures => figures.InProgress },
        { "done", figures => figures.Done },
        { "deferred", figures => figures.Deferred },
        { "rejected", figures => figures.Rejected },
        { "identified", figures => figures.Identified },
        { "executed", figures => figures.Executed },
        { "executionRate", figures => figures.ExecutionRate },
        { "drainWeeks", figures => figures.DrainWeeks },
        { "knownWeeks", figures => figures.KnownWeeks },
        { "arrivalsPerWeek", figures => figures.ArrivalsPerWeek },
        { "departuresPerWeek", figures => figures.DeparturesPerWeek },
        { "cycleDays", figures => figures.CycleDays, Days },
        { "openDays", figures => figures.OpenDays, Days },
    };

    private static readonly JsonContract<ChangeEffect> Change = new()
    {
        { "description", change => change.Description },
        { "open", change => change.Delta.Open },
        { "identified", change => change.Delta.Identified },
        { "executed", change => change.Delta.Executed },
        { "captured", change => change.Captured },
        { "completed", change => change.Completed },
        { "capturedAsDone", change => change.CapturedAsDone },
        { "notMeasured", change => change.Unmeasured },
        { "rejected", change => change.Rejected },
        { "rejectedWithoutReason", change => change.Unexplained },
        { "dropped", change => change.Dropped },
        { "moved", change => change.Moved },
        { "noCaptureReason", change => change.NoCaptureReason },
        { "inflowReason", change => change.InflowReason },
    };

    private static readonly JsonContract<Verdict> Hidden = new()
    {
        { "suppressed", verdict => VerdictText.Suppressed(verdict) },
        { "baselined", verdict => VerdictText.Baselined(verdict) },
    };

    private static readonly JsonContract<Finding> Finding = new()
    {
        { "ruleId", finding => finding.Rule.Id },
        { "name", finding => finding.Rule.Name },
        { "severity", finding => StatusText.Words(finding.Severity) },
        { "message", finding => finding.Message },
        { "help", finding => finding.Rule.Remedy },
        { "next", CommandHint.Next },
        { "path", finding => finding.File.Path },
        { "line", finding => finding.Span.Line },
        { "column", finding => finding.Span.Column },
        { "endLine", finding => finding.Span.EndLine },
        { "endColumn", finding => finding.Span.EndColumn },
        { "address", finding => finding.Item?.Address },
        {
            "item",
            finding => finding.Item,
            new()
            {
                { "id", item => item.Id },
                { "reference", ItemReference.Of },
                { "title", item => item.Title },
            }
        },
        { "suppressed", finding => finding.IsSuppressed },
        { "baselined", finding => finding.IsBaselined },
        { "baselinedSince", finding => finding.BaselinedSince },
    };

    /// <summary>The document; the improvements of a backlog are null without <c>--verbose</c>.</summary>
    public static JsonContract<(Verdict Verdict, bool HasItems)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", one => one.Verdict.ToolVersion, Tool },
            { "asOf", one => one.Verdict.AsOf },
            { "verdict", one => JsonText.Word(one.Verdict.Outcome) },
            { "exitCode", one => one.Verdict.ExitCode },
            { "errors", one => one.Verdict.Errors, Error },
            { "backlogs", one => one.Verdict.Backlogs.Select(backlog => (backlog, one.HasItems)), Backlog },
            { "untouched", one => one.Verdict.Untouched.Select(file => file.Path) },
            { "figures", one => one.Verdict.Figures, Figures },
            { "change", one => one.Verdict.Change, Change },
            { "hidden", one => one.Verdict, Hidden },
            { "findings", one => one.Verdict.Findings, Finding },
            { "notEvaluated", one => one.Verdict.NotEvaluated, NotEvaluated },
        };

    public static ReportFormat<Verdict> Format { get; } =
        new(
            "json",
            "for programs: everything, documented and stable",
            (verdict, options, stream) => Contract.Write(stream, (verdict, options.Verbose))
        );

    private static IEnumerable<ItemInFile> Items(CheckedBacklog one) =>
        one.Backlog.Improvements.Select(item => new ItemInFile(item, one.Scoring, one.Backlog.FileAt(item.Span).Path));
}
