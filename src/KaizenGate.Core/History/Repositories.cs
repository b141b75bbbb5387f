using System.Collections.Concurrent;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Finds the repositories of backlogs.</summary>
internal static class Repositories
{
    /// <summary>Returns the checked-out commit of the working folder; null without git, repository or commit.</summary>
    public static string? CurrentCommit(string workingFolder, IReadOnlyDictionary<string, string> environment) =>
        Open(RealPath.Of(workingFolder), environment, inheritsRepository: true) is OpenedRepository opened
            ? opened.Git.Head
            : null;

    /// <summary>Returns the address of the remote <c>origin</c> of the working folder; null without git, repository or remote.</summary>
    public static string? OriginOf(string workingFolder, IReadOnlyDictionary<string, string> environment) =>
        Open(RealPath.Of(workingFolder), environment, inheritsRepository: true) is OpenedRepository opened
        && opened.Git.Ask("config", "--get", "remote.origin.url") is { ExitCode: 0 } answer
            ? answer.Text.Trim()
            : null;

    /// <summary>Finds a backlog with a usual name in the index; empty when there is none.</summary>
    public static ImmutableArray<SourceFile> FindStaged(Workspace workspace, HistoryQuery query)
    {
        if (Open(RealPath.Of(workspace.Folder), query) is not OpenedRepository { Git: var git })
        {
            return [];
        }

        var folders = BacklogFinder.UsualFolders.Select(folder => $"{folder}/").Prepend("");
        ImmutableArray<string> usual =
        [
            .. folders.SelectMany(folder => BacklogFinder.UsualNames.Select(name => folder + name)),
        ];
        var staged = git.StagedFiles(usual);
        return usual.FirstOrDefault(staged.ContainsKey) is { } path
            ? [workspace.Name(Path.Join(git.TopLevel, path))]
            : [];
    }

    /// <summary>
    /// Opens the repository of the working folder in the background, as most backlogs are in it, and lists its commits if no run has
    /// cached a history.
    /// </summary>
    public static void Expect(HistoryQuery query)
    {
        if (query.NeedsGit && RepositoryFolder.Above(RealPath.Of(query.WorkingFolder)) is { } folder)
        {
            _ = Background.Run(() =>
                Open(folder, query) is OpenedRepository { Git: { Head: not null } git }
                && query is { ReadHistory: true, OnlyCached: false }
                && !Directory.Exists(git.CacheFolder)
                && git.CommitsOfHead.Value.IsEmpty
            );
        }
    }

    /// <summary>Starts to read the history of backlogs, one reader for each repository and each <see cref="BacklogReadingOptions"/>.</summary>
    /// <returns>The readers with the positions of their files. Dispose of each before taking the next.</returns>
    internal static IEnumerable<(RepositoryHistoryReader History, ImmutableArray<int> Positions)> Begin(
        ImmutableArray<SourceFile> files,
        HistoryQuery query
    )
    {
        var lookups = new Dictionary<string, Task<RepositoryLookup>>(StringComparer.Ordinal);
        foreach (
            var group in Enumerable
                .Range(0, files.Length)
                .GroupBy(i => (FolderOf(files[i]), query.OptionsFor(files[i])))
        )
        {
            var (folder, options) = group.Key;
            if (!lookups.TryGetValue(folder, out var lookup))
            {
                lookup = Background.Run(() => Open(folder, query));
                lookups.Add(folder, lookup);
            }

            var own = query with
            {
                Reading = options.Reading,
                Archive = options.Archive,
                // The numbers of its files depend on the commits that are listed.
                UseCache = query.UseCache && group.All(i => TaskFolder.Of(files[i]) is null),
            };
            yield return (new RepositoryHistoryReader(lookup, [.. group.Select(i => files[i])], own), [.. group]);
        }
    }

    /// <summary>Returns the root of a file's repository, else its folder.</summary>
    internal static string FolderOf(SourceFile file)
    {
        var folder = Path.GetDirectoryName(RealPath.Of(file.FullPath))!;
        return RepositoryFolder.Above(folder) ?? Existing(folder);
    }

    /// <summary>Returns a folder or the nearest one above it that exists: the folder of a file that is only staged may be deleted.</summary>
    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    internal static RepositoryLookup Open(string folder, HistoryQuery query) =>
        query.Lookups.Of(
            folder,
            () =>
            {
                var own = RepositoryFolder.Above(RealPath.Of(query.WorkingFolder));
                return Open(folder, query.Environment, inheritsRepository: folder == own || own is null);
            }
        );

    private static RepositoryLookup Open(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        bool inheritsRepository
    ) => GitRepository.Open(GitProgram.Find(environment), folder, environment, inheritsRepository);
}

/// <summary>The repositories that a run has opened. Each costs a process.</summary>
internal sealed class RepositoryLookups
{
    private readonly ConcurrentDictionary<string, Lazy<RepositoryLookup>> found = new(StringComparer.Ordinal);

    /// <summary>Returns the repository of a folder, which is opened only once.</summary>
    public RepositoryLookup Of(string folder, Func<RepositoryLookup> open) =>
        found.GetOrAdd(folder, _ => new(open)).Value;
}

internal static class Background
{
    /// <summary>Runs blocking work, such as waiting for git, on its own thread: in the thread pool it would delay other work.</summary>
    public static Task<T> Run<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
