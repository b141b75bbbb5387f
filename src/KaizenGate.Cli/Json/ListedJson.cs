using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Json;

/// <summary>What <c>list</c> lists.</summary>
internal sealed class ListedJson(IEnumerable<ListedBacklogJson> backlogs)
{
    public int SchemaVersion { get; } = 1;
    public IEnumerable<ListedBacklogJson> Backlogs => backlogs;
}

internal sealed record ListedBacklogJson(string Path, IEnumerable<JsonItem> Items);
