using System.Collections.Concurrent;

namespace KaizenGate.Core.Files;

/// <summary>The path of a file without symbolic links.</summary>
internal static class RealPath
{
    /// <summary>The limit of Linux, above which links count as a loop.</summary>
    private const int MaxLinks = 40;

    /// <summary>What was found out about paths; null when nothing is remembered.</summary>
    private static readonly AsyncLocal<Memory?> Known = new();

    /// <summary>
    /// Looks at each path only once, in this thread and what it starts, until the result is disposed of. A check of many backlogs
    /// resolves each of their folders twenty times.
    /// </summary>
    public static IDisposable Remember() => Known.Value = new Memory();

    /// <summary>The roots of the repositories of folders; null when nothing is remembered. See <see cref="RepositoryFolder.Above"/>.</summary>
    public static ConcurrentDictionary<string, string?>? Repositories => Known.Value?.Repositories;

    /// <summary>Resolves the links in a path. Returns the path unchanged if there is a loop, a broken link or an unreadable folder.</summary>
    public static string Of(string fullPath) =>
        Known.Value is { } known ? known.Paths.GetOrAdd(fullPath, Resolve, known) : Resolve(fullPath, null);

    private static string Resolve(string fullPath, Memory? known)
    {
        try
        {
            return (known is null ? null : InFolder(fullPath, known)) ?? Follow(fullPath, known?.Targets) ?? fullPath;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return fullPath;
        }
    }

    /// <summary>Returns the path below that of its folder, which many paths share; null when it is a link itself.</summary>
    private static string? InFolder(string fullPath, Memory known)
    {
        var name = Path.GetFileName(fullPath);
        if (name.Length == 0 || Path.GetDirectoryName(fullPath) is not { } folder)
        {
            return null;
        }

        var path = Path.Join(Of(folder), name);
        return known.Targets.GetOrAdd(path, TargetOf) is null ? path : null;
    }

    private static string? Follow(string fullPath, ConcurrentDictionary<string, string?>? targets)
    {
        var ahead = new Stack<string>();
        var reached = Push(ahead, fullPath);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            var path = Path.Join(reached, name);
            var target = targets is null ? TargetOf(path) : targets.GetOrAdd(path, TargetOf);
            if (target is null)
            {
                reached = path;
            }
            else if (++links > MaxLinks)
            {
                return null;
            }
            else
            {
                reached = Push(ahead, Path.GetFullPath(target, reached));
            }
        }

        return reached;
    }

    private static string? TargetOf(string path) => new FileInfo(path).LinkTarget;

    /// <summary>Pushes the names of a path, the first on top, and returns its root.</summary>
    private static string Push(Stack<string> ahead, string fullPath)
    {
        var root = Path.GetPathRoot(fullPath) ?? "";
        var names = fullPath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = names.Length - 1; i >= 0; i--)
        {
            ahead.Push(names[i]);
        }

        return root;
    }

    private sealed class Memory : IDisposable
    {
        /// <summary>The target of each path that was looked at; null for one that is not a link.</summary>
        public ConcurrentDictionary<string, string?> Targets { get; } = new(StringComparer.Ordinal);

        /// <summary>The resolved paths.</summary>
        public ConcurrentDictionary<string, string> Paths { get; } = new(StringComparer.Ordinal);

        /// <summary>The root of the repository of each folder; null outside of any.</summary>
        public ConcurrentDictionary<string, string?> Repositories { get; } = new(StringComparer.Ordinal);

        public void Dispose() => Known.Value = null;
    }
}
