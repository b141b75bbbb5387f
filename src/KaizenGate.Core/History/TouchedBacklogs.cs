using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Finds the backlogs that a change touches.</summary>
internal static class TouchedBacklogs
{
    /// <summary>Compares the files of each backlog with what they were before the change.</summary>
    /// <param name="files">The backlogs.</param>
    /// <param name="belonging">The other files that decide the verdict on a backlog, such as its archive and its settings, whether they exist or not; absolute.</param>
    /// <param name="query">What is asked; it names a change.</param>
    /// <returns>Those of which at least one file differs, is new or is gone; in their order.</returns>
    /// <exception cref="InputException">The change cannot be seen.</exception>
    public static ImmutableArray<SourceFile> Find(
        ImmutableArray<SourceFile> files,
        Func<SourceFile, IEnumerable<string>> belonging,
        HistoryQuery query
    )
    {
        var own = Workspace.RepositoryAbove(RealPath.Of(query.WorkingFolder));
        var touched = new HashSet<SourceFile>();
        foreach (var group in files.GroupBy(Repositories.FolderOf))
        {
            // Without a repository the reader says so, with the remedy.
            if (Repositories.Open(group.Key, own, query) is not OpenedRepository { Git: var git })
            {
                touched.UnionWith(group);
                continue;
            }

            var top = RealPath.Of(Path.GetFullPath(git.TopLevel));
            var paths = group.ToDictionary(
                file => file,
                file =>
                    belonging(file)
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

            var texts = BlobTexts.Read(git, before, query.Reading.MaxFileBytes);
            return [.. paths.Where(path => !IsSame(texts, path, Path.Join(top, path)))];
        }
        catch (GitException failed)
        {
            var option = query.Since is null ? "--staged" : "--since";
            throw new InputException(new InputError($"{option}: the change cannot be seen", failed.Reason));
        }
    }

    /// <summary>Whether a file is what it was. Git would ask its filters for that, which are programs; so only the ends of lines are let be.</summary>
    private static bool IsSame(Dictionary<string, byte[]?> texts, string path, string fullPath)
    {
        try
        {
            return texts.TryGetValue(path, out var before)
                ? before is not null
                    && File.Exists(fullPath)
                    && new FileInfo(fullPath).Length <= 2L * before.Length
                    && WithoutReturns(File.ReadAllBytes(fullPath)).SequenceEqual(WithoutReturns(before))
                : !File.Exists(fullPath);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false; // Who reads it next says what is wrong.
        }
    }

    private static ReadOnlySpan<byte> WithoutReturns(byte[] text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n')
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
