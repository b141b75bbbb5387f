namespace KaizenGate.Core.Files;

/// <summary>Creates files, completely or not at all, and folders; deletes files again.</summary>
internal static class NewFile
{
    /// <summary>Creates a file; its folder must exist.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="content">Its content.</param>
    /// <param name="mode">Its permissions on Unix; null for the default.</param>
    /// <exception cref="IOException">There is a file or a link at this path, or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] content, UnixFileMode? mode = null)
    {
        using var temporary = new TemporaryFile(path);
        temporary.Write(stream => stream.Write(content), mode);
        temporary.MoveTo(path, overwrite: false);
    }

    /// <summary>Deletes a file that was created; one that is missing is fine.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be deleted.</exception>
    public static void Delete(string path) => SystemCall.Of(() => File.Delete(path));

    /// <summary>Creates the folder of a file, with those above it, unless it exists.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be created.</exception>
    public static void CreateFolderOf(string path) =>
        SystemCall.Of(() => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
}
