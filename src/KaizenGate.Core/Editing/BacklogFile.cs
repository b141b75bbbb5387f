using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Editing;

/// <summary>Edits backlogs in their files.</summary>
internal static class BacklogFile
{
    /// <summary>How often an edit is begun anew because something else changed the file meanwhile.</summary>
    private const int MostTries = 20;

    /// <summary>
    /// Edits a file: locks it against other runs, reads it, makes the change and puts the new file in the place of the old one in a single step.
    /// If an editor saves the file meanwhile, all of that is done again with what it wrote. The encoding, permissions and symbolic links stay.
    /// </summary>
    /// <param name="file">The backlog.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="change">Makes the new text from the one that is there; may be called several times.</param>
    /// <param name="isDryRun">Whether the file stays as it is.</param>
    /// <param name="starter">What is edited when there is no file yet, which is then made; null when there must be one.</param>
    /// <exception cref="InputException">The file cannot be read or written, or the change is refused; the file is as it was.</exception>
    public static BacklogEdit Edit(
        SourceFile file,
        ReadingOptions options,
        Func<EditableBacklog, EditableBacklog> change,
        bool isDryRun = false,
        string? starter = null
    )
    {
        var path = RealPath.Of(file.FullPath);
        if (starter is not null && !isDryRun)
        {
            MakeFolder(file, path);
        }

        using var held = isDryRun ? null : EditLock.Take(file, path);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = starter is not null && !File.Exists(path) ? null : Read(file, path, options.MaxFileBytes);
            var before = EditableBacklog.Read(file, read?.Text ?? "", options);
            var edit = new BacklogEdit(
                file,
                before,
                change(read is null ? EditableBacklog.Read(file, starter!, options) : before)
            );
            if (isDryRun || !edit.IsChange || TryWrite(file, path, read, edit.After.Text))
            {
                return edit;
            }
        }

        throw new InputException(
            new InputError(
                "the file keeps changing while it is edited",
                "Try again when nothing else writes it.",
                file.Path
            )
        );
    }

    private static void MakeFolder(SourceFile file, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EditLock.CannotWrite(file, e);
        }
    }

    private static EncodedText Read(SourceFile file, string path, long maxBytes)
    {
        try
        {
            var length = new FileInfo(path).Length;
            // The reader has the words for a file that is too large.
            return length > maxBytes
                ? new EncodedText(TextFile.Read(file, maxBytes).Text, [])
                : EncodedText.Of(file, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError($"cannot be read: {e.Message}", "Check that the file exists and may be read", file.Path)
            );
        }
    }

    /// <summary>Puts the new text in the place of the old one (null: of none), unless somebody changed the file meanwhile.</summary>
    private static bool TryWrite(SourceFile file, string path, EncodedText? read, string text)
    {
        try
        {
            // Renaming needs no permission on the file itself, but whoever took it away meant something.
            if (read is not null && new FileInfo(path).IsReadOnly)
            {
                throw new UnauthorizedAccessException("the file is read-only");
            }

            var bytes = read is null ? Encoding.UTF8.GetBytes(text) : read.Encode(text);
            var isSame = true;
            ReplacedFile.Write(
                path,
                stream => WriteAll(stream, bytes),
                () =>
                    isSame = read is null
                        ? !File.Exists(path)
                        : File.ReadAllBytes(path).AsSpan().SequenceEqual(read.Bytes),
                isLocked: true
            );
            return isSame;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EditLock.CannotWrite(file, e);
        }
    }

    private static void WriteAll(Stream stream, byte[] bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (ArgumentOutOfRangeException tooLarge)
        {
            // What .NET makes of EFBIG: a limit on the size of files, or that of the file system.
            throw new IOException("the file would be larger than it may be here", tooLarge);
        }
    }
}
