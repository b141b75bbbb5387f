using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Json;

/// <summary>The improvements that were moved from one backlog to its archive, or would be.</summary>
internal sealed record ArchivedImprovements(
    BacklogEdit Edit,
    BacklogEdit? Archive,
    SourceFile ArchiveFile,
    ImmutableArray<Improvement> Items
);

/// <summary>The JSON output of <c>archive</c>.</summary>
internal sealed class ArchivedJson(bool isWritten) : JsonView<IEnumerable<ArchivedImprovements>>
{
    public int SchemaVersion { get; } = 1;
    public bool Written => isWritten;
    public IEnumerable<ArchivedBacklogJson> Backlogs => Source.Select(one => new ArchivedBacklogJson { Source = one });
}

internal sealed class ArchivedBacklogJson : JsonView<ArchivedImprovements>
{
    public string Path => Source.Edit.File.Path;
    public string Archive => Source.ArchiveFile.Path;
    public IEnumerable<ArchivedItemJson> Moved => Source.Items.Select(item => new ArchivedItemJson { Source = item });
}

internal sealed class ArchivedItemJson : JsonView<Improvement>
{
    public string? Id => Source.Id;
    public string Title => Source.Title;
    public DateOnly? Completed => Source.Completed?.Value;
}
