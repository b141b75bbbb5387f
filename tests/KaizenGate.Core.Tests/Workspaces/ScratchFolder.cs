using KaizenGate.Core.Files;

namespace KaizenGate.Core.Tests.Workspaces;

/// <summary>A temporary folder.</summary>
internal sealed class ScratchFolder : IDisposable
{
    // The system's temporary folder may be a link, but tests compare real paths.
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
