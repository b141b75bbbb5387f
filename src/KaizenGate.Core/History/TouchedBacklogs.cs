using KaizenGate.Core.History.Git;
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
                        .Prepend(file.FullPath)
                        .Select(path => InRepository(top, RealPath.Of(path)))
                        .OfType<string>()
                        .ToImmutableArray()
            );
            var changed = Changed(git, top, [.. paths.Values.SelectMany(all => all).Distinct()], query);
            touched.UnionWith(group.Where(file => paths[file].Any(changed.Contains)));
        }

        return [.. files.Where(touched.Contains)];
    }

    private static HashSet<string> Changed(
        GitRepository git,
        string top,
        ImmutableArray<string> paths,
        HistoryQuery query
    )
    {
        try
        {
            var start = query.Since is { } since ? git.MergeBase(since) : git.Head;
            var before = start is null ? ImmutableDictionary<string, string>.Empty : git.FilesAt(start, paths);
            if (query.Since is null)
            {
                var staged = git.StagedFiles(paths);
                return [.. paths.Where(path => before.GetValueOrDefault(path) != staged.GetValueOrDefault(path))];
            }

            var texts = git.ReadTexts(before, query.Reading.MaxFileBytes);
            return [.. paths.Where(path => !IsSame(texts, path, Path.Join(top, path)))];
        }
        catch (GitException failed)
        {
            throw query.Unreadable(failed);
        }
    }

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
