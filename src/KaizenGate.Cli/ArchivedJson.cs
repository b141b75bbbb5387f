using KaizenGate.Backlogs;

namespace KaizenGate.Cli;

/// <summary>What <c>archive</c> moved, or would move.</summary>
internal sealed class ArchivedJson(IEnumerable<ArchiveRun.Moved> moved, bool isWritten)
{
    public int SchemaVersion { get; } = 1;
    public bool Written => isWritten;
    public IEnumerable<ArchivedBacklogJson> Backlogs => moved.Select(one => new ArchivedBacklogJson(one));
}

internal sealed class ArchivedBacklogJson(ArchiveRun.Moved moved)
{
    public string Path => moved.Edit.File.Path;
    public string Archive => moved.ArchiveFile.Path;
    public IEnumerable<ArchivedItemJson> Moved => moved.Items.Select(item => new ArchivedItemJson(item));
}

internal sealed class ArchivedItemJson(Improvement item)
{
    public string? Id => item.Id;
    public string Title => item.Title;
    public DateOnly? Completed => item.Completed?.Value;
}
