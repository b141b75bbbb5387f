using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Inputs;

/// <summary>Gathers what backlogs are judged by: their files or what is staged, their past, their settings and the metrics of the run.</summary>
internal static class EvidenceReader
{
    /// <summary>Reads all backlogs, so that one run names everything that cannot be read.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="errors">What cannot be read: backlogs, or the change that is asked for.</param>
    /// <param name="settingsOf">The settings of a backlog; null when all are judged under those of the run.</param>
    /// <param name="recorded">The metrics of the run; default when they were not read.</param>
    /// <returns>What was read, in the order of the files; to be used only when there is no error.</returns>
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
            : DatedBacklogs.Read(files, archiveOf, file => query.WayFor(file).Reading, query.AsOf, unreadable);
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
        foreach (var (repository, positions) in Repositories.Begin(files, query))
        {
            using var past = repository;
            try
            {
                var before = errors.Count;
                var backlogs = query.Staged
                    ? past.ReadStaged(archiveOf, errors)
                    : BacklogFiles.Read(past.Files, archiveOf, _ => past.Reading, errors);
                if (errors.Count > before)
                {
                    continue;
                }

                var pasts = past.Of(backlogs);
                for (var at = 0; at < positions.Length; at++)
                {
                    evidence[positions[at]] = new Evidence(backlogs[at], pasts[at]);
                }
            }
            catch (InputException wrong)
            {
                errors.Add(wrong.Error);
            }
        }

        return [.. evidence];
    }

    /// <summary>Adds up what the change captured, which rules about the change as a whole ask for.</summary>
    private static ImmutableArray<Evidence> WithTotals(ImmutableArray<Evidence> evidence)
    {
        var captured = evidence.Sum(one => one.Range?.Captured.Count ?? 0);
        return
        [
            .. evidence.Select(
                (one, index) =>
                    one.Range is null
                        ? one
                        : one with
                        {
                            Range = one.Range with { CapturedInAll = captured, IsFirst = index == 0 },
                        }
            ),
        ];
    }
}
