using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Json;

/// <summary>The JSON output of <c>list</c>.</summary>
internal sealed class ListedJson(IEnumerable<ListedBacklogJson> backlogs)
{
    public int SchemaVersion { get; } = 1;
    public IEnumerable<ListedBacklogJson> Backlogs => backlogs;
}

internal sealed record ListedBacklogJson(string Path, IEnumerable<JsonItem> Items);
