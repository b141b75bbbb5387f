using System.Text.Json.Serialization;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Json;

/// <summary>The JSON output of an edit: the file and the edited improvements.</summary>
internal sealed class EditedJson(bool isDryRun, IEnumerable<JsonItem> items) : JsonView<BacklogEdit>
{
    public int SchemaVersion { get; } = 1;
    public string Path => Source.File.RootPath;
    public bool Changed => Source.IsChange;
    public bool DryRun => isDryRun;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diff => isDryRun ? Source.Diff : null;
    public IEnumerable<JsonItem> Items => items;
}
