using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.History.Git;
using KaizenGate.Workspaces;

namespace KaizenGate.History;

/// <summary>Reads backlogs and their past: from the files or from what is staged, and from git.</summary>
public static class EvidenceReader
{
    /// <summary>Reads all backlogs, so that one run names everything that cannot be read.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="archiveOf">The archive of a backlog; null when it has none.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="errors">What cannot be read: backlogs, or the change that is asked for.</param>
    /// <returns>What was read, in the order of the files; to be used only when there is no error.</returns>
    public static ImmutableArray<Evidence> Read(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, SourceFile?> archiveOf,
        HistoryQuery query,
        out ImmutableArray<InputError> errors
    )
    {
        var evidence = new Evidence[files.Length];
        var unreadable = ImmutableArray.CreateBuilder<InputError>();
        var own = Workspace.RepositoryAbove(RealPath.Of(query.WorkingFolder));
        var needsGit = query.ReadPast || query.Staged || query.Since is not null;
        var openings = new Dictionary<string, Meanwhile<Opening>>(StringComparer.Ordinal);
        var common = new ReadingWay(query.Reading, query.Archive);
        foreach (
            var group in Enumerable
                .Range(0, files.Length)
                .GroupBy(index => (FolderOf(files[index]), query.WayOf?.Invoke(files[index]) ?? common))
        )
        {
            try
            {
                var (folder, way) = group.Key;
                var repository = new RepositoryBacklogs(
                    Opening(folder),
                    [.. group.Select(index => files[index])],
                    query with
                    {
                        Reading = way.Reading,
                        Archive = way.Archive,
                    }
                );
                foreach (var (index, one) in group.Zip(repository.Read(archiveOf, unreadable)))
                {
                    evidence[index] = one;
                }
            }
            catch (InputException wrong)
            {
                unreadable.Add(wrong.Error);
            }
        }

        errors = [.. unreadable.Distinct()];
        return errors.IsEmpty ? WithTotals([.. evidence]) : [];

        Meanwhile<Opening> Opening(string folder)
        {
            if (!openings.TryGetValue(folder, out var opening))
            {
                opening = new(() => needsGit ? Open(folder, own, query) : new NoRepository());
                openings.Add(folder, opening);
            }

            return opening;
        }
    }

    /// <summary>The backlog under one of the usual names that is staged, where none is among the files.</summary>
    /// <param name="workspace">The working folder.</param>
    /// <param name="query">What is asked.</param>
    public static ImmutableArray<SourceFile> FindStaged(Workspace workspace, HistoryQuery query)
    {
        var folder = RealPath.Of(workspace.Folder);
        if (Open(folder, Workspace.RepositoryAbove(folder), query) is not Opened { Git: var git })
        {
            return [];
        }

        ImmutableArray<string> usual =
        [
            .. BacklogFinder.UsualNames,
            .. BacklogFinder.UsualFolders.SelectMany(below =>
                BacklogFinder.UsualNames.Select(name => $"{below}/{name}")
            ),
        ];
        var staged = git.StagedFiles(usual);
        return usual.FirstOrDefault(staged.ContainsKey) is { } path
            ? [workspace.Name(Path.Join(git.TopLevel, path))]
            : [];
    }

    /// <summary>Where git is asked about a file: at the root of its repository, else in its folder.</summary>
    internal static string FolderOf(SourceFile file)
    {
        var folder = Path.GetDirectoryName(RealPath.Of(file.FullPath))!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!; // A file that is only staged need not have its folder any more.
        }

        return Workspace.RepositoryAbove(folder) ?? folder;
    }

    internal static Opening Open(string folder, string? own, HistoryQuery query) =>
        GitRepository.Open(
            GitProgram.Find(query.Environment),
            folder,
            query.Environment,
            inheritsRepository: folder == own || own is null
        );

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
