using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Inputs;

/// <summary>Reads backlogs and derives their history from the dates in them, without a repository.</summary>
internal static class DatedBacklogs
{
    public static ImmutableArray<Evidence> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        Func<SourceFile, ReadingOptions> optionsOf,
        DateOnly asOf,
        ImmutableArray<InputError>.Builder errors
    ) =>
        [
            .. BacklogFiles
                .Read(files, archiveOf, optionsOf, errors)
                .Select(backlog => new Evidence(backlog, KnownHistory.ByDates(backlog, asOf, KnownHistory.NotAsked))),
        ];
}
