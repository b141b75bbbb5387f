using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Finds the repositories of backlogs.</summary>
internal static class Repositories
{
    /// <summary>The backlog under one of the usual names that is staged, where none is among the files.</summary>
    /// <param name="workspace">The working folder.</param>
    /// <param name="query">What is asked.</param>
    public static ImmutableArray<SourceFile> FindStaged(Workspace workspace, HistoryQuery query)
    {
        var folder = RealPath.Of(workspace.Folder);
        if (Open(folder, Workspace.RepositoryAbove(folder), query) is not OpenedRepository { Git: var git })
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

    /// <summary>Begins to read the past of backlogs; each repository, and each way of reading, on its own.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="query">What is asked.</param>
    /// <returns>The repositories one after the other, each to be disposed of before the next one begins, with the positions of their files.</returns>
    internal static IEnumerable<(RepositoryHistoryReader Past, ImmutableArray<int> Positions)> Begin(
        ImmutableArray<SourceFile> files,
        HistoryQuery query
    )
    {
        var own = Workspace.RepositoryAbove(RealPath.Of(query.WorkingFolder));
        var openings = new Dictionary<string, BackgroundTask<RepositoryLookup>>(StringComparer.Ordinal);
        foreach (
            var group in Enumerable.Range(0, files.Length).GroupBy(at => (FolderOf(files[at]), query.WayFor(files[at])))
        )
        {
            var (folder, way) = group.Key;
            if (!openings.TryGetValue(folder, out var opening))
            {
                opening = new(() => Open(folder, own, query));
                openings.Add(folder, opening);
            }

            yield return (
                new RepositoryHistoryReader(
                    opening,
                    [.. group.Select(at => files[at])],
                    query with
                    {
                        Reading = way.Reading,
                        Archive = way.Archive,
                    }
                ),
                [.. group]
            );
        }
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

    internal static RepositoryLookup Open(string folder, string? own, HistoryQuery query) =>
        GitRepository.Open(
            GitProgram.Find(query.Environment),
            folder,
            query.Environment,
            inheritsRepository: folder == own || own is null
        );
}
