using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

/// <summary>A folder of its own for one test; gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    // The folder for temporary files may itself be a link; tests compare real paths.
    public string Path { get; } = RealPath.Of(Directory.CreateTempSubdirectory("kaizen-").FullName);

    /// <summary>Writes empty files, and the folders they need.</summary>
    public ScratchFolder With(params string[] files)
    {
        foreach (var file in files)
        {
            var full = PathOf(file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            File.WriteAllText(full, "");
        }

        return this;
    }

    public ScratchFolder WithFolder(string folder)
    {
        Directory.CreateDirectory(PathOf(folder));
        return this;
    }

    public string PathOf(string relative) => System.IO.Path.GetFullPath(relative, Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
