using System.Text;
using KaizenGate.Core.Journaling;

namespace KaizenGate.Core.Editing.Undoing;

/// <summary>Takes back the last edit in a journal: the files get the content that they had before.</summary>
/// <param name="Entry">The edit.</param>
/// <param name="Files">The files to restore; at least one.</param>
internal sealed record Undo(JournalEntry Entry, ImmutableArray<RestoredFile> Files)
{
    /// <summary>
    /// Finds the last edit. Passes over edits whose files have their earlier content: the run was killed before it wrote them, or git
    /// restored them.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="workingFolder">Paths in messages are relative to it; absolute.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="InputException">A file changed since, or the entry cannot be read.</exception>
    public static Undo? Last(JournalFolder journal, string workingFolder)
    {
        foreach (var number in journal.Numbers())
        {
            var entry = journal.Read(number);
            if (FilesOf(entry, journal, workingFolder) is { IsEmpty: false } files)
            {
                return new Undo(entry, files);
            }
        }

        return null;
    }

    /// <summary>Restores the files and removes the edit from the journal. After a killed run, the next one restores the rest.</summary>
    /// <returns>The edit; null when there is none.</returns>
    /// <exception cref="InputException">A file changed since, or cannot be written.</exception>
    public static Undo? Run(JournalFolder journal, string workingFolder)
    {
        if (Last(journal, workingFolder) is not { } planned)
        {
            return null;
        }

        // In one order, so that two runs do not wait for each other.
        var locks = new List<IDisposable>();
        try
        {
            foreach (var file in planned.Files.OrderBy(file => file.FullPath, StringComparer.Ordinal))
            {
                locks.Add(EditLock.Take(file.Source, file.FullPath));
            }

            var undo = Last(journal, workingFolder);
            if (undo?.Entry.Number != planned.Entry.Number)
            {
                throw new InputException("another run edits these files", "Try again.");
            }

            foreach (var file in undo.Files)
            {
                file.Write(planned.Entry);
            }

            Forget(journal, undo.Entry.Number);
            return undo;
        }
        finally
        {
            locks.ForEach(held => held.Dispose());
        }
    }

    private static void Forget(JournalFolder journal, int from)
    {
        try
        {
            foreach (var number in journal.Numbers().Where(number => number >= from))
            {
                journal.Delete(number);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run passes over them.
        }
    }

    /// <summary>The files that have the content after the edit, which may have written one several times.</summary>
    private static ImmutableArray<RestoredFile> FilesOf(JournalEntry entry, JournalFolder journal, string workingFolder)
    {
        var contained = new Containment(journal.Root);
        var files = new Dictionary<string, RestoredFile>(StringComparer.Ordinal);
        foreach (var written in entry.Files.Reverse())
        {
            if (!files.TryGetValue(written.Path, out var file))
            {
                var path = contained.Supplied(
                    Path.GetFullPath(written.Path, journal.Root),
                    journal.Root,
                    "a file in the journal"
                );
                file = RestoredFile.Read(new SourceFile(path, ShownPath.Of(path, workingFolder), written.Path));
            }

            files[written.Path] = file.Before(written, entry);
        }

        return [.. files.Values.Where(file => file.IsChange)];
    }
}

/// <summary>A file that gets its earlier content.</summary>
/// <param name="Source">The file.</param>
/// <param name="Now">Its content; null when it does not exist.</param>
/// <param name="Restored">Its earlier content; null when it did not exist.</param>
internal sealed record RestoredFile(SourceFile Source, byte[]? Now, byte[]? Restored)
{
    public string FullPath => Source.FullPath;

    public bool IsChange => !IsSame(Now, Restored);

    /// <summary>A unified diff.</summary>
    public string Diff => UnifiedDiff.Of(Source.RootPath, TextOf(Now), TextOf(Restored));

    /// <summary>A file with its present content.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static RestoredFile Read(SourceFile file)
    {
        var content = Present(file);
        return new RestoredFile(file, content, content);
    }

    /// <summary>The file before it was written; unchanged if it has that content already.</summary>
    /// <exception cref="InputException">It has neither the content before nor that after, or its content before was not kept.</exception>
    public RestoredFile Before(JournaledFile written, JournalEntry entry)
    {
        var hash = Restored is null ? null : JournaledFile.HashOf(Restored);
        if (hash != written.HashAfter)
        {
            return hash == written.HashBefore ? this : throw Changed(entry);
        }

        return written is { HashBefore: not null, Before: null }
            ? throw new InputException(
                $"the file was too large for the journal when {Quote.Of(entry.Name)} edited it",
                "Restore it with git.",
                Source.Path
            )
            : this with
            {
                Restored = written.Before,
            };
    }

    /// <exception cref="InputException">It changed meanwhile, or cannot be written.</exception>
    public void Write(JournalEntry entry)
    {
        try
        {
            var isSame = true;
            if (Restored is null)
            {
                isSame = IsSame(Present(Source), Now);
                if (isSame)
                {
                    NewFile.Delete(FullPath);
                }
            }
            else
            {
                ReplacedFile.Write(
                    FullPath,
                    stream => stream.Write(Restored),
                    () => isSame = IsSame(Present(Source), Now),
                    isLocked: true
                );
            }

            if (!isSame)
            {
                throw Changed(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw EditLock.CannotWrite(Source, e);
        }
    }

    private InputException Changed(JournalEntry entry) =>
        new(
            $"changed since {Quote.Of(entry.Name)} at {entry.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, so that is not undone",
            "Undo it by hand: `git diff` shows the changes since the last commit.",
            Source.Path
        );

    private static byte[]? Present(SourceFile file)
    {
        try
        {
            return Path.Exists(file.FullPath) ? PlainFile.Read(file.FullPath, 4L * JournaledFile.MaxBytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot be read: {e.Message.TrimEnd('.')}", "Check the file.", file.Path);
        }
    }

    private static bool IsSame(byte[]? one, byte[]? other) =>
        one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);

    private static string TextOf(byte[]? content) => content is null ? "" : Encoding.UTF8.GetString(content);
}
