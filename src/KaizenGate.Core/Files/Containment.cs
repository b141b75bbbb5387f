namespace KaizenGate.Core.Files;

/// <summary>
/// Keeps every path that a repository supplies inside of it, after links are resolved: paths in its settings, and its files, which may be
/// links. What a person passes on the command line may lead out, but a link of the repository on the way may not.
/// </summary>
/// <param name="workingFolder">The working folder; absolute.</param>
internal sealed class Containment(string workingFolder)
{
    private readonly string real = RealPath.Of(workingFolder);

    /// <summary>The root of the repository, or else the working folder; absolute, without symbolic links.</summary>
    public string Root => field ??= RepositoryFolder.Above(real) ?? real;

    /// <summary>Checks a path that a file of a repository supplies, and returns it.</summary>
    /// <param name="path">Absolute; the file may not exist yet.</param>
    /// <param name="owner">The absolute path of the file or folder that supplies it.</param>
    /// <param name="what">What names it, for the message: <c>"archive"</c>.</param>
    /// <param name="shown">The path in the message.</param>
    /// <exception cref="InputException">It is outside.</exception>
    public string Supplied(string path, string owner, string what, string? shown = null) =>
        IsSupplied(path, owner) ? path : throw Outside(what, path, shown);

    /// <summary>Whether a path is in the repository of the file that supplies it, or without one in the working folder or in the folder of that file.</summary>
    public bool IsSupplied(string path, string owner)
    {
        var target = RealPath.Of(path);
        var folder = RealPath.Of(Directory.Exists(owner) ? owner : Path.GetDirectoryName(owner)!);
        var root = IsIn(Root, folder) ? Root : RepositoryFolder.Above(folder) ?? folder;
        return IsIn(root, target);
    }

    /// <summary>Checks a path from the command line, and returns it.</summary>
    /// <param name="path">Absolute; the file may not exist yet.</param>
    /// <param name="what">What names it, for the message.</param>
    /// <exception cref="InputException">It is inside, but a link leads out.</exception>
    public string Given(string path, string what) =>
        (IsIn(Root, path) || IsIn(workingFolder, path)) && !IsIn(Root, RealPath.Of(path))
            ? throw Outside(what, path, null)
            : path;

    private InputException Outside(string what, string path, string? shown)
    {
        var target = RealPath.Of(path);
        return new(
            $"{what} leads out of the {(RepositoryFolder.Above(Root) is null ? "folder" : "repository")}, to {Quote.Of(target)}",
            target == path
                ? "Use a path inside of it."
                : "Replace the symbolic link by the file itself, or use another path.",
            shown ?? ShownPath.Of(path, workingFolder)
        );
    }

    private static bool IsIn(string folder, string path) =>
        path == folder
        || path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
