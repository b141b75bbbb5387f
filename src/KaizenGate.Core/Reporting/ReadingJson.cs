using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>What was read as what, for programs; docs/json.md describes it. A breaking change raises the schema version.</summary>
internal sealed class ReadingJson : JsonView<ReadingReport>
{
    public int SchemaVersion { get; } = 1;
    public ToolJson Tool => new(Source.ToolVersion);
    public IEnumerable<ReadBacklogJson> Backlogs => Source.Backlogs.Select(one => new ReadBacklogJson { Source = one });

    public static void Write(ReadingReport report, Stream stream) =>
        JsonText.Write(stream, new ReadingJson { Source = report }, ReportJsonContext.Default.ReadingJson);
}

internal sealed class ReadBacklogJson : JsonView<AnnotatedBacklog>
{
    public string Path => Source.Backlog.File.Path;
    public AccountJson Account => new() { Source = Source.Backlog.Account };
    public IEnumerable<ReadPartJson> Parts => Source.Parts.Select(part => new ReadPartJson { Source = part });
}

internal sealed class ReadPartJson : JsonView<AnnotatedPart>
{
    public int Line => Source.Part.Span.Line;
    public int Column => Source.Part.Span.Column;
    public int EndLine => Source.Part.Span.EndLine;
    public int EndColumn => Source.Part.Span.EndColumn;
    public string Form => JsonWord.Of(Source.Part.Form);
    public string ReadAs => JsonWord.Of(Source.Part.As);
    public string? Status => JsonWord.OrNull(Source.Status);
    public string Reason => Source.Part.Reason;
    public string Text => Source.Text;
}
