using System.Text.Json.Serialization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes a baseline so that it can be read again; docs/baseline.md describes it.</summary>
internal static class BaselineFile
{
    /// <summary>Replaces the file: wholly, or not at all.</summary>
    /// <exception cref="InputException">It cannot be written; what stood there before is untouched.</exception>
    public static void Write(Baseline baseline)
    {
        try
        {
            ReplacedFile.Write(baseline.File.FullPath, stream => Write(baseline, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError(
                    $"the baseline cannot be written: {error.Message.TrimEnd('.')}",
                    "Check the permissions and the free space.",
                    baseline.File.Path
                )
            );
        }
    }

    internal static void Write(Baseline baseline, Stream stream) =>
        JsonText.Write(stream, new BaselineJson { Source = baseline }, ReportJsonContext.Default.BaselineJson);
}

internal sealed class BaselineJson : JsonView<Baseline>
{
    public int SchemaVersion { get; } = 1;
    public IEnumerable<BaselineEntryJson> Entries =>
        Source.Entries.Select(entry => new BaselineEntryJson { Source = entry });
}

internal sealed class BaselineEntryJson : JsonView<BaselineEntry>
{
    public string Rule => Source.RuleId;
    public string? Item => Source.Item;
    public string Path => Source.Path;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit => Source.Commit;
    public DateOnly Date => Source.Date;
    public DateOnly Expires => Source.Expires;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason => Source.Reason;
}
