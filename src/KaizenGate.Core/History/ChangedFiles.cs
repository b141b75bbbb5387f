using KaizenGate.Core.History.Git;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.History;

/// <summary>Reads files as they were before a change and as they are after it, such as settings and baselines.</summary>
/// <remarks>A file outside of any repository, or in one that does not know the revision, counts as unchanged.</remarks>
internal sealed class ChangedFiles
{
    private readonly HistoryQuery query;
    private readonly Dictionary<string, Start?> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Contents> files = new(StringComparer.Ordinal);
    private readonly string workingFolder;
    private Task<bool> ahead = Task.FromResult(true);

    /// <param name="query">Requests a change.</param>
    public ChangedFiles(HistoryQuery query)
    {
        this.query = query;
        workingFolder = FolderOf(Path.Join(query.WorkingFolder, "-"));
    }

    /// <summary>Starts to read files that are probably needed, in the background. To be called once; what is asked for later waits for them.</summary>
    /// <param name="fullPaths">Returns their absolute paths.</param>
    public void Expect(Func<IEnumerable<string>> fullPaths) => ahead = Background.Run(() => FetchAhead(fullPaths));

    /// <summary>Returns the content before the change; null when there was no regular file.</summary>
    /// <param name="fullPath">Absolute.</param>
    /// <exception cref="InputException">Git failed, or a staged file is in conflict.</exception>
    public byte[]? Before(string fullPath) => Of(fullPath).Before;

    /// <summary>Returns the content after the change, from the index with <c>--staged</c>; null when there is no regular file.</summary>
    /// <inheritdoc cref="Before"/>
    public byte[]? After(string fullPath) => Of(fullPath).After;

    /// <summary>Whether the content differs, other than by line endings.</summary>
    /// <inheritdoc cref="Before"/>
    public bool IsChanged(string fullPath)
    {
        var (before, after) = Of(fullPath);
        return before is null || after is null
            ? before != after
            : !before.Where(one => one != '\r').SequenceEqual(after.Where(one => one != '\r'));
    }

    /// <summary>Reads several files at once, which is faster than one by one.</summary>
    /// <inheritdoc cref="Before"/>
    public void Fetch(IEnumerable<string> fullPaths)
    {
        ahead.GetAwaiter().GetResult();
        FetchNow(fullPaths);
    }

    /// <summary>Reads files that are probably needed; an error counts when they are.</summary>
    private bool FetchAhead(Func<IEnumerable<string>> fullPaths)
    {
        try
        {
            FetchNow(fullPaths());
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private void FetchNow(IEnumerable<string> fullPaths)
    {
        var wanted = fullPaths.Distinct().Where(path => !files.ContainsKey(path)).ToList();
        foreach (var group in wanted.GroupBy(FolderOf))
        {
            if (!starts.TryGetValue(group.Key, out var start))
            {
                // Settings are looked for in all folders above. Most are not in a repository, and asking git takes time.
                start =
                    group.Key != workingFolder && RepositoryFolder.Above(group.Key) is null ? null : Begin(group.Key);
                starts.Add(group.Key, start);
            }

            if (start is null)
            {
                foreach (var path in group)
                {
                    var content = OnDisk(path);
                    files[path] = new(content, content);
                }
            }
            else
            {
                Fetch(start, [.. group]);
            }
        }
    }

    private Contents Of(string fullPath)
    {
        ahead.GetAwaiter().GetResult();
        if (!files.TryGetValue(fullPath, out var found))
        {
            FetchNow([fullPath]);
            found = files[fullPath];
        }

        return found;
    }

    private void Fetch(Start start, ImmutableArray<string> paths)
    {
        try
        {
            var names = paths.ToDictionary(path => path, path => NamesIn(start.Top, path));
            ImmutableArray<string> all = [.. names.Values.SelectMany(own => own).Distinct()];
            var before = start.Commit is { } commit
                ? start.Git.FilesAt(commit, all)
                : ImmutableDictionary<string, string>.Empty;
            var staged = query.Staged ? start.Git.StagedFiles(all) : ImmutableDictionary<string, string>.Empty;
            var texts = start.Git.ReadTexts(
                before
                    .Select(file => KeyValuePair.Create($"before:{file.Key}", file.Value))
                    .Concat(staged.Select(file => KeyValuePair.Create($"after:{file.Key}", file.Value)))
                    .ToImmutableDictionary(),
                query.Reading.MaxFileBytes
            );
            foreach (var path in paths)
            {
                files[path] = new(Text("before", path), query.Staged ? Text("after", path) : OnDisk(path));
            }

            byte[]? Text(string when, string path) =>
                names[path]
                    .Select(name => texts.GetValueOrDefault($"{when}:{name}"))
                    .FirstOrDefault(text => text is not null);
        }
        catch (GitException failed)
        {
            throw query.Unreadable(failed);
        }
    }

    /// <summary>The names that a file may have in a repository: its own, and that of the file it is a link to.</summary>
    private static ImmutableArray<string> NamesIn(string top, string path)
    {
        var own = Path.Join(RealPath.Of(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        return [.. new[] { own, RealPath.Of(path) }.Distinct().Select(one => Below(top, one)).OfType<string>()];
    }

    private static string? Below(string top, string path)
    {
        var relative = Path.GetRelativePath(top, path).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative is ".." || relative.StartsWith("../", StringComparison.Ordinal)
            ? null
            : relative;
    }

    private Start? Begin(string folder)
    {
        try
        {
            return Repositories.Open(folder, query) is OpenedRepository { Git: var git }
                ? new(
                    git,
                    RealPath.Of(Path.GetFullPath(git.TopLevel)),
                    query.Since is { } since ? git.MergeBase(since) : git.Head
                )
                : null;
        }
        catch (Exception failed) when (failed is GitException or InputException)
        {
            return null; // The reader of the backlogs reports a revision that the repository does not know.
        }
    }

    private static string FolderOf(string fullPath) => Repositories.FolderOf(SourceFile.Named(fullPath));

    private byte[]? OnDisk(string path)
    {
        try
        {
            return File.Exists(path) ? PlainFile.Read(path, query.Reading.MaxFileBytes) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null; // The loader of the settings reports the error.
        }
    }

    /// <summary>Where the change begins.</summary>
    /// <param name="Git">The repository.</param>
    /// <param name="Top">Its root; absolute, without links.</param>
    /// <param name="Commit">Null before the first commit.</param>
    private sealed record Start(GitRepository Git, string Top, string? Commit);

    private readonly record struct Contents(byte[]? Before, byte[]? After);
}
