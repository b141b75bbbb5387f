using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Timelines;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Inputs;

/// <summary>Reads backlogs whose past is what the dates in them tell. Nothing looks for a repository.</summary>
internal static class DatedBacklogs
{
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="optionsOf">How a backlog is read.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="errors">Receives what cannot be read.</param>
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
