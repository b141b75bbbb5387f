namespace KaizenGate.Core.Files;

/// <summary>The path of a file without symbolic links.</summary>
internal static class RealPath
{
    /// <summary>The limit of Linux, above which links count as a loop.</summary>
    private const int MaxLinks = 40;

    /// <summary>Resolves the links in a path. Returns the path unchanged if there is a loop, a broken link or an unreadable folder.</summary>
    public static string Of(string fullPath)
    {
        try
        {
            return Follow(fullPath) ?? fullPath;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return fullPath;
        }
    }

    private static string? Follow(string fullPath)
    {
        var ahead = new Stack<string>();
        var reached = Push(ahead, fullPath);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            var path = Path.Join(reached, name);
            var target = new FileInfo(path).LinkTarget;
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
}
