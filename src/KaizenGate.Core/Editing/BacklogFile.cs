using KaizenGate.Backlogs;
using KaizenGate.Reading;
using KaizenGate.Workspaces;

namespace KaizenGate.Editing;

/// <summary>Edits backlogs in their files.</summary>
public static class BacklogFile
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
    /// <exception cref="InputException">The file cannot be read or written, or the change is refused; the file is as it was.</exception>
    public static BacklogEdit Edit(
        SourceFile file,
        ReadingOptions options,
        Func<Manuscript, Manuscript> change,
        bool isDryRun = false
    )
    {
        var path = RealPath.Of(file.FullPath);
        using var held = isDryRun ? null : EditLock.Take(file, path);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var read = Read(file, path, options.MaxFileBytes);
            var before = Manuscript.Read(file, read.Text, options);
            var edit = new BacklogEdit(file, before, change(before));
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

    /// <summary>Puts the new text in the place of the old one, unless somebody changed the file meanwhile.</summary>
    private static bool TryWrite(SourceFile file, string path, EncodedText read, string text)
    {
        try
        {
            // Renaming needs no permission on the file itself, but whoever took it away meant something.
            if (new FileInfo(path).IsReadOnly)
            {
                throw new UnauthorizedAccessException("the file is read-only");
            }

            var bytes = read.Encode(text);
            var isSame = true;
            ReplacedFile.Write(
                path,
                stream =>
                {
                    stream.Write(bytes);
                    stream.Flush();
                },
                () => isSame = File.ReadAllBytes(path).AsSpan().SequenceEqual(read.Bytes)
            );
            return isSame;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EditLock.CannotWrite(file, e);
        }
    }
}
