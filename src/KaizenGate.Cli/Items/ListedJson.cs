using KaizenGate.Backlogs;
using KaizenGate.Reporting;

namespace KaizenGate.Cli.Items;

/// <summary>What <c>list</c> lists.</summary>
internal sealed class ListedJson(IEnumerable<Backlog> backlogs, Scoring scoring)
{
    public int SchemaVersion { get; } = 1;
    public IEnumerable<ListedBacklogJson> Backlogs =>
        backlogs.Select(backlog => new ListedBacklogJson(backlog, scoring));
}

internal sealed class ListedBacklogJson(Backlog backlog, Scoring scoring)
{
    public string Path => backlog.File.RootPath;
    public IEnumerable<JsonItem> Items => backlog.Improvements.Select(item => new JsonItem(item, scoring));
}
