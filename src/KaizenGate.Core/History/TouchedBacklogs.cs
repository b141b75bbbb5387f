using KaizenGate.Core.History.Git;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Finds the backlogs that a change touches.</summary>
internal static class TouchedBacklogs
{
    /// <summary>Compares the files of each backlog with their content before the change.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="related">Returns the other files that affect the verdict on a backlog, such as its archive and settings; absolute, may not exist.</param>
    /// <param name="query">Requests a change.</param>
    /// <returns>The backlogs with a changed, added or deleted file, in order.</returns>
    /// <exception cref="InputException">The change cannot be read.</exception>
    public static ImmutableArray<SourceFile> Find(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, IEnumerable<string>> related,
        HistoryQuery query
    )
    {
        var touched = new HashSet<SourceFile>();
        foreach (var group in files.GroupBy(Repositories.FolderOf))
        {
            if (Repositories.Open(group.Key, query) is not OpenedRepository { Git: var git })
            {
                touched.UnionWith(group); // The reader reports the missing repository.
                continue;
            }

            var top = RealPath.Of(Path.GetFullPath(git.TopLevel));
            var paths = group.ToDictionary(
                file => file,
                file =>
                    related(file)
                        .Concat(TaskFolder.Of(file)?.Folders ?? [])
                        .Prepend(file.FullPath)
                        .Select(path => InRepository(top, RealPath.Of(path)))
                        .OfType<string>()
                        .ToImmutableArray()
            );
            ImmutableArray<string> folders =
            [
                .. group
                    .SelectMany(file => TaskFolder.Of(file)?.Folders ?? [])
                    .Select(folder => InRepository(top, RealPath.Of(folder)))
                    .OfType<string>(),
            ];
            var changed = Changed(
                git,
                top,
                [.. paths.Values.SelectMany(all => all).Except(folders).Distinct()],
                folders,
                query
            );
            touched.UnionWith(group.Where(file => paths[file].Any(changed.Contains)));
        }

        return [.. files.Where(touched.Contains)];
    }

    private static HashSet<string> Changed(
        GitRepository git,
        string top,
        ImmutableArray<string> paths,
        ImmutableArray<string> folders,
        HistoryQuery query
    )
    {
        try
        {
            ImmutableArray<string> asked = [.. paths, .. folders.Select(folder => $"{folder}/")];
            var start = query.Since is { } since ? git.MergeBase(since) : git.Head;
            var before = start is null ? ImmutableDictionary<string, string>.Empty : git.FilesAt(start, asked);
            if (query.Since is null)
            {
                var staged = git.StagedFiles(asked);
                return With(path => before.GetValueOrDefault(path) != staged.GetValueOrDefault(path), staged.Keys);
            }

            var texts = git.ReadTexts(before, query.Reading.MaxFileBytes);
            return With(
                path => !IsSame(texts, path, Path.Join(top, path)),
                folders.SelectMany(folder => FilesBelow(top, folder))
            );

            // A folder with a changed, added or deleted file is changed.
            HashSet<string> With(Func<string, bool> isChanged, IEnumerable<string> now)
            {
                var other = before
                    .Keys.Union(now)
                    .Where(path => folders.Any(folder => IsBelow(path, folder)))
                    .Where(isChanged)
                    .ToList();
                return
                [
                    .. paths.Where(isChanged),
                    .. folders.Where(folder => other.Exists(path => IsBelow(path, folder))),
                ];
            }
        }
        catch (GitException failed)
        {
            throw query.Unreadable(failed);
        }
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith($"{folder}/", StringComparison.Ordinal);

    private static IEnumerable<string> FilesBelow(string top, string folder) =>
        FolderEntries
            .Of(Path.Join(top, folder))
            .SelectMany(entry =>
                !entry.IsFolder ? [$"{folder}/{Path.GetFileName(entry.Path)}"]
                : new DirectoryInfo(entry.Path).LinkTarget is null
                    ? FilesBelow(top, $"{folder}/{Path.GetFileName(entry.Path)}")
                : []
            );

    /// <summary>Whether a file is unchanged except for line endings. Git itself would run filter programs to compare.</summary>
    private static bool IsSame(Dictionary<string, byte[]?> texts, string path, string fullPath)
    {
        try
        {
            return texts.TryGetValue(path, out var before)
                ? before is not null
                    && File.Exists(fullPath)
                    && WithoutReturns(PlainFile.Read(fullPath, 2L * before.Length))
                        .SequenceEqual(WithoutReturns(before))
                : !File.Exists(fullPath);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false; // The reader reports the error.
        }
    }

    private static ReadOnlySpan<byte> WithoutReturns(byte[] text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!text.AsSpan(i).StartsWith("\r\n"u8))
            {
                text[length++] = text[i];
            }
        }

        return text.AsSpan(0, length);
    }

    private static string? InRepository(string top, string path)
    {
        var relative = Path.GetRelativePath(top, path).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative is ".." || relative.StartsWith("../", StringComparison.Ordinal)
            ? null
            : relative;
    }
}
