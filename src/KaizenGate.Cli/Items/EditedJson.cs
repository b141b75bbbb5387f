using System.Text.Json.Serialization;
using KaizenGate.Editing;
using KaizenGate.Reporting;

namespace KaizenGate.Cli.Items;

/// <summary>What became of a backlog, and of the improvements that the edit was about.</summary>
internal sealed class EditedJson(BacklogEdit edit, bool isDryRun, IEnumerable<JsonItem> items)
{
    public int SchemaVersion { get; } = 1;
    public string Path => edit.File.RootPath;
    public bool Changed => edit.IsChange;
    public bool DryRun => isDryRun;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diff => isDryRun ? edit.Diff : null;
    public IEnumerable<JsonItem> Items => items;
}
