using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>What was read as what, for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal static class ReadingJson
{
    private static readonly JsonContract<AnnotatedPart> Part = new()
    {
        { "line", one => one.Part.Span.Line },
        { "column", one => one.Part.Span.Column },
        { "endLine", one => one.Part.Span.EndLine },
        { "endColumn", one => one.Part.Span.EndColumn },
        { "form", one => JsonText.Word(one.Part.Form) },
        { "readAs", one => JsonText.Word(one.Part.As) },
        { "status", one => JsonText.WordOrNull(one.Status) },
        { "reason", one => one.Part.Reason },
        { "text", one => one.Text },
    };

    private static readonly JsonContract<AnnotatedBacklog> Backlog = new()
    {
        { "path", one => one.Backlog.File.Path },
        { "account", one => one.Backlog.Account, AccountJson.Contract },
        { "parts", one => one.Parts, Part },
    };

    public static JsonContract<ReadingReport> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "tool", report => report.ToolVersion, JsonReport.Tool },
            { "backlogs", report => report.Backlogs, Backlog },
        };
}
