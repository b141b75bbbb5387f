using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Editing;

/// <summary>The result of an edit; <paramref name="Before"/> and <paramref name="After"/> are the same when nothing changed.</summary>
internal sealed record BacklogEdit(SourceFile File, EditableBacklog Before, EditableBacklog After)
{
    /// <summary>The number of attempts while other programs keep changing the file.</summary>
    private const int MaxAttempts = 20;

    public bool IsChange => !ReferenceEquals(Before, After) && Before.Text != After.Text;

    /// <summary>Returns a unified diff; empty without a change.</summary>
    public string Diff()
    {
        // The diff of large texts takes as much memory as they took to be read.
        Before.Release();
        After.Release();
        return UnifiedDiff.Of(File.RootPath, Before.Text, After.Text);
    }

    /// <summary>
    /// Edits a file: reads it, makes the change, locks it against other runs and replaces it atomically. When it was written in between,
    /// starts again with its content, and with the lock so that other runs wait. Keeps the encoding, permissions and symbolic links.
    /// </summary>
    /// <param name="file">The backlog.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="change">Makes the change; may be called several times.</param>
    /// <param name="isDryRun">Whether to leave the file unchanged.</param>
    /// <param name="starter">The text to start from when the file does not exist; null when it must exist.</param>
    /// <param name="isLocked">Whether to make the change under the lock, because it writes another file that must agree with this one.</param>
    /// <param name="journal">Records the change, so that it can be taken back; null not to.</param>
    /// <exception cref="InputException">The file cannot be read or written, or the change is refused; the file is unchanged.</exception>
    public static BacklogEdit Of(
        SourceFile file,
        ReadingOptions options,
        Func<EditableBacklog, EditableBacklog> change,
        bool isDryRun = false,
        string? starter = null,
        bool isLocked = false,
        Journal? journal = null
    )
    {
        var path = RealPath.Of(file.FullPath);
        if (starter is not null && !isDryRun)
        {
            CreateFolder(file, path);
        }

        using var held = isLocked && !isDryRun ? EditLock.Take(file, path) : null;
        if (Attempted(locks: held is null) is { } first)
        {
            return first;
        }

        using var taken = held is null ? EditLock.Take(file, path) : null;
        for (var attempt = 1; attempt < MaxAttempts; attempt++)
        {
            if (Attempted(locks: false) is { } next)
            {
                return next;
            }
        }

        throw new InputException(
            "the file keeps changing while it is edited",
            "Try again when no other program writes it.",
            file.Path
        );

        BacklogEdit? Attempted(bool locks)
        {
            var read =
                starter is not null && !System.IO.File.Exists(path) ? null : Read(file, path, options.MaxFileBytes);
            var before = EditableBacklog.Read(file, read?.Text ?? "", options);
            var edit = new BacklogEdit(
                file,
                before,
                Changed(change, read is null ? EditableBacklog.Read(file, starter!, options) : before)
            );
            if (isDryRun || !edit.IsChange)
            {
                return edit;
            }

            using var fileLock = locks ? EditLock.Take(file, path) : null;
            return TryWrite(file, path, read, edit.After.Text, options.MaxFileBytes, journal) ? edit : null;
        }
    }

    /// <summary>A place that the text does not have is a refusal: no text that a person can write ends a command with a bug.</summary>
    private static EditableBacklog Changed(Func<EditableBacklog, EditableBacklog> change, EditableBacklog before)
    {
        try
        {
            return change(before);
        }
        catch (ArgumentOutOfRangeException impossible)
        {
            throw new InputException(
                $"the edit has no place in this text, so nothing is changed: {impossible.Message}",
                "Make this change by hand, and report the file as a bug.",
                before.Backlog.File.Path
            );
        }
    }

    private static void CreateFolder(SourceFile file, string path)
    {
        try
        {
            NewFile.CreateFolderOf(path);
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
            return EncodedText.Of(file, PlainFile.Read(path, maxBytes));
        }
        catch (FileTooLargeException)
        {
            _ = TextFile.Read(file, maxBytes); // Throws, with a remedy.
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"cannot be read: {e.Message}",
                "Check that the file exists and is readable",
                file.Path
            );
        }
    }

    /// <summary>Returns false when the file is no longer the one that was read; null for one that does not exist.</summary>
    private static bool TryWrite(
        SourceFile file,
        string path,
        EncodedText? read,
        string text,
        long maxBytes,
        Journal? journal
    )
    {
        try
        {
            // A rename would work without write permission on the file.
            if (read is not null && new FileInfo(path).IsReadOnly)
            {
                throw new UnauthorizedAccessException("the file is read-only");
            }

            var hash = "";
            var isSame = true;
            ReplacedFile.Write(
                path,
                stream => hash = (read ?? EncodedText.Empty).Write(text, stream),
                () =>
                {
                    var present = read is null ? null : Still(path, read, maxBytes);
                    isSame = read is null ? !System.IO.File.Exists(path) : present is not null;
                    if (isSame)
                    {
                        journal?.Record(path, present, hash);
                    }

                    return isSame;
                },
                isLocked: true
            );
            return isSame;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EditLock.CannotWrite(file, e);
        }
    }

    /// <summary>Returns the content of the file; null when it is no longer the one that was read.</summary>
    private static byte[]? Still(string path, EncodedText read, long maxBytes)
    {
        try
        {
            var bytes = PlainFile.Read(path, maxBytes);
            return read.IsOf(bytes) ? bytes : null;
        }
        catch (FileTooLargeException)
        {
            return null;
        }
    }
}
