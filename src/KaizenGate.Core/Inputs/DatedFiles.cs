using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Inputs;

/// <summary>Files whose history is that of the dates in them, without a repository.</summary>
/// <param name="isUsed">Whether the run reads no repository.</param>
/// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
/// <param name="optionsOf">Returns the options for a backlog.</param>
/// <param name="asOf">Today.</param>
internal sealed class DatedFiles(
    bool isUsed,
    Func<SourceFile, SourceFile?> archiveOf,
    Func<SourceFile, ReadingOptions> optionsOf,
    DateOnly asOf
) : IBacklogSource
{
    public bool Holds(SourceFile file) => isUsed;

    public ImmutableArray<Evidence> Read(ImmutableArray<SourceFile> files, ImmutableArray<InputError>.Builder errors) =>
        [
            .. BacklogFiles
                .Read(files, archiveOf, optionsOf, errors)
                .Select(backlog => new Evidence(backlog, KnownHistory.ByDates(backlog, asOf, KnownHistory.NotAsked))),
        ];
}
