namespace KaizenGate.Core.Backlogs;

/// <summary>Paths as a person would type them.</summary>
internal static class ShownPath
{
    /// <summary>The path relative to the working folder, or absolute outside of it; with <c>/</c> between folders.</summary>
    public static string Of(string fullPath, string workingFolder)
    {
        var relative = Path.GetRelativePath(workingFolder, fullPath);
        var isOutside = Path.IsPathRooted(relative) || relative.Split(Path.DirectorySeparatorChar)[0] == "..";
        return (isOutside ? fullPath : relative).Replace(Path.DirectorySeparatorChar, '/');
    }
}
