namespace KaizenGate.Core.Backlogs;

/// <summary>A file with the three paths that reports need. All use <c>/</c> between folders.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Path">The path that a user would type: relative to the working folder, or absolute outside it.</param>
/// <param name="RootPath">Relative to the root of the repository, or else to the working folder; hosts such as code scanning use it.</param>
internal sealed record SourceFile(string FullPath, string Path, string RootPath)
{
    /// <summary>Uses one path as all three, for a text that is not in a file.</summary>
    public static SourceFile Named(string path) => new(path, path, path);

    /// <summary>The absolute path distinguishes files; a run with many backlogs looks up tens of thousands.</summary>
    public override int GetHashCode() => string.GetHashCode(FullPath, StringComparison.Ordinal);
}

/// <summary>Paths as a user would type them.</summary>
internal static class ShownPath
{
    /// <summary>Returns the path relative to the working folder, or absolute outside it; with <c>/</c> between folders.</summary>
    public static string Of(string fullPath, string workingFolder)
    {
        var relative = Path.GetRelativePath(workingFolder, fullPath);
        var isOutside = Path.IsPathRooted(relative) || relative.Split(Path.DirectorySeparatorChar)[0] == "..";
        return (isOutside ? fullPath : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
