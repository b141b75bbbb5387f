using KaizenGate.Core.History;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Inputs;

/// <summary>Gathers what a check uses: backlogs from files or the index, their history and settings, and the metrics of the run.</summary>
internal static class EvidenceReader
{
    /// <summary>Reads all backlogs, so that one run reports all errors.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">Returns the archive of a backlog; null without one.</param>
    /// <param name="query">Which history to read.</param>
    /// <param name="errors">Receives what cannot be read: backlogs, or the requested change.</param>
    /// <param name="settingsOf">Returns the settings of a backlog; null when all have those of the run.</param>
    /// <param name="recorded">The metrics of the run; default when they were not read.</param>
    /// <returns>The evidence in the order of the files; empty on errors.</returns>
    public static ImmutableArray<Evidence> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        HistoryQuery query,
        out ImmutableArray<InputError> errors,
        Func<SourceFile, LoadedSettings>? settingsOf = null,
        ImmutableArray<MetricSeries> recorded = default
    )
    {
        var unreadable = ImmutableArray.CreateBuilder<InputError>();
        IBacklogSource[] sources =
        [
            new TrackerSnapshots(query),
            new DatedFiles(!query.NeedsGit, archiveOf, file => query.OptionsFor(file).Reading, query.AsOf),
            new RepositoryFiles(archiveOf, query),
        ];
        var evidence = new Evidence[files.Length];
        foreach (
            var held in Enumerable
                .Range(0, files.Length)
                .GroupBy(at => Array.Find(sources, source => source.Holds(files[at]))!)
        )
        {
            ImmutableArray<int> places = [.. held];
            var read = held.Key.Read([.. places.Select(at => files[at])], unreadable);
            for (var at = 0; unreadable.Count == 0 && at < places.Length; at++)
            {
                evidence[places[at]] = read[at];
            }
        }

        errors = [.. unreadable.Distinct()];
        return errors.IsEmpty
            ?
            [
                .. WithTotals([.. evidence])
                    .Select(one => one with { Settings = settingsOf?.Invoke(one.Backlog.File), Recorded = recorded }),
            ]
            : [];
    }

    /// <summary>Adds the number of captures, of improvements seen again and of unread entries in all backlogs, for the rules about the change as a whole.</summary>
    private static ImmutableArray<Evidence> WithTotals(ImmutableArray<Evidence> evidence)
    {
        var captured = evidence.Sum(one => one.Range?.Captured.Count ?? 0);
        var sighted = evidence.Sum(one => one.Range?.Sighted.Count ?? 0);
        var unread = evidence.Sum(one => one.Backlog.Account.UnreadCount);
        return
        [
            .. evidence.Select(
                (one, index) =>
                    one.Range is null
                        ? one
                        : one with
                        {
                            Range = one.Range with
                            {
                                CapturedInAll = captured,
                                SightedInAll = sighted,
                                UnreadInAll = unread,
                                IsFirst = index == 0,
                            },
                        }
            ),
        ];
    }
}
