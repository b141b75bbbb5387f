namespace KaizenGate.Core.Workspaces;

/// <summary>The place of a file once every symbolic link on the way to it is followed.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux itself follows before it calls them a loop.</summary>
    private const int MostLinks = 40;

    /// <summary>Follows the links in a path. A loop, a broken link or a folder that cannot be read leaves the path as it is.</summary>
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
            else if (++links > MostLinks)
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

    /// <summary>Puts the names of a path on the stack, the first on top, and returns its root.</summary>
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
