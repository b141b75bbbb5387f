namespace KaizenGate.Core.Workspaces;

/// <summary>The path of a backlog's archive.</summary>
internal static class ArchivePath
{
    /// <summary>Returns the archive of a backlog, whether it exists or not.</summary>
    /// <param name="backlog">The path of the backlog, absolute.</param>
    /// <param name="archive">The archive in the settings, relative to the backlog's folder; null for <c>NAME.archive.md</c> next to <c>NAME.md</c>.</param>
    public static string Of(string backlog, string? archive) =>
        Path.GetFullPath(archive ?? DefaultName(Path.GetFileName(backlog)), Path.GetDirectoryName(backlog)!);

    /// <summary>The same for a path relative to the root of a repository, with <c>/</c>; null when the archive is outside the repository.</summary>
    public static string? InRepository(string backlog, string? archive)
    {
        if (archive is not null && Path.IsPathRooted(archive))
        {
            return null;
        }

        var slash = backlog.LastIndexOf('/');
        var parts = slash < 0 ? [] : backlog[..slash].Split('/').ToList();
        foreach (var part in (archive ?? DefaultName(backlog[(slash + 1)..])).Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string DefaultName(string backlog) =>
        $"{Path.GetFileNameWithoutExtension(backlog)}.archive{Path.GetExtension(backlog)}";
}
