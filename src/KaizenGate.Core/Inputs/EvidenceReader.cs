using KaizenGate.Core.History;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

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
        var evidence = query.NeedsGit
            ? WithHistory(files, archiveOf, query, unreadable)
            : DatedBacklogs.Read(files, archiveOf, file => query.OptionsFor(file).Reading, query.AsOf, unreadable);
        errors = [.. unreadable.Distinct()];
        return errors.IsEmpty
            ?
            [
                .. WithTotals(evidence)
                    .Select(one => one with { Settings = settingsOf?.Invoke(one.Backlog.File), Recorded = recorded }),
            ]
            : [];
    }

    private static ImmutableArray<Evidence> WithHistory(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        HistoryQuery query,
        ImmutableArray<InputError>.Builder errors
    )
    {
        var evidence = new Evidence[files.Length];
        foreach (var (reader, positions) in Repositories.Begin(files, query))
        {
            using var history = reader;
            try
            {
                var before = errors.Count;
                var backlogs = history.ReadBacklogs(archiveOf, errors);
                if (errors.Count > before)
                {
                    continue;
                }

                var known = history.Read(backlogs);
                for (var i = 0; i < positions.Length; i++)
                {
                    evidence[positions[i]] = new Evidence(backlogs[i], known[i]);
                }
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return [.. evidence];
    }

    /// <summary>Adds the number of captures and of unread entries in all backlogs, for the rules about the change as a whole.</summary>
    private static ImmutableArray<Evidence> WithTotals(ImmutableArray<Evidence> evidence)
    {
        var captured = evidence.Sum(one => one.Range?.Captured.Count ?? 0);
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
                                UnreadInAll = unread,
                                IsFirst = index == 0,
                            },
                        }
            ),
        ];
    }
}
