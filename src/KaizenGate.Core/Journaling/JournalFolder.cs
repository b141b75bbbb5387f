using System.Globalization;

namespace KaizenGate.Core.Journaling;

/// <summary>The journal of a working tree: the last entries, one file for each, in <c>kaizen/journal</c> in its git folder.</summary>
/// <param name="Root">The root of the working tree; absolute.</param>
/// <param name="Folder">The folder of the entries, which may not exist; absolute.</param>
internal sealed record JournalFolder(string Root, string Folder)
{
    public const int MaxEntries = 20;

    /// <summary>Together, in bytes. The last entry is kept even if it is larger.</summary>
    internal const long MaxTotalBytes = 64L * 1024 * 1024;

    /// <summary>A file of several contents in Base64.</summary>
    private const long MaxEntryBytes = 256L * 1024 * 1024;

    private const string Extension = ".json";
    private const int MaxAttempts = 100;

    /// <summary>The journal of the working tree that contains a folder; null outside of a repository, or if a link is in its place.</summary>
    public static JournalFolder? Of(string? folder) =>
        RepositoryFolder.Of(folder) is var (root, git)
        && Path.Join(git, "kaizen") is var own
        && Path.Join(own, "journal") is var entries
        && !IsLink(git)
        && !IsLink(own)
        && !IsLink(entries)
            ? new JournalFolder(root, entries)
            : null;

    /// <summary>The numbers of all entries, the last first.</summary>
    public IReadOnlyList<int> Numbers() =>
        [
            .. FolderEntries
                .Of(Folder, (name, isFolder) => !isFolder && name.EndsWith(Extension, StringComparison.Ordinal))
                .Select(one => NumberOf(one.Path))
                .Where(number => number > 0)
                .OrderDescending(),
        ];

    /// <summary>Reads an entry.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public JournalEntry Read(int number)
    {
        var path = PathOf(number);
        try
        {
            return JournalEntry.Parse(PlainFile.Read(path, MaxEntryBytes), number)
                ?? throw new IOException("it is not an entry that this version writes");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the last edit cannot be read from the journal: {e.Message.TrimEnd('.')}",
                "Restore the files with git, and delete this file.",
                ShownPath.Of(path, Root)
            );
        }
    }

    /// <summary>Appends an entry, and deletes the oldest ones.</summary>
    /// <returns>The entry with its number.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public JournalEntry Append(JournalEntry entry)
    {
        NewFile.CreateFolderOf(PathOf(1));
        for (var attempt = 1; ; attempt++)
        {
            var numbers = Numbers();
            var next = entry with { Number = (numbers.Count > 0 ? numbers[0] : 0) + 1 };
            try
            {
                Write(next, isNew: true);
                Prune(numbers);
                return next;
            }
            catch (IOException) when (attempt < MaxAttempts && File.Exists(PathOf(next.Number)))
            {
                // Another run took this number.
            }
        }
    }

    /// <summary>Replaces an entry that has grown, and returns it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public JournalEntry Replace(JournalEntry entry)
    {
        Write(entry, isNew: false);
        return entry;
    }

    /// <summary>Deletes an entry.</summary>
    /// <exception cref="IOException">It cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be deleted.</exception>
    public void Delete(int number) => NewFile.Delete(PathOf(number));

    private void Write(JournalEntry entry, bool isNew)
    {
        // Temporary files have one name for all entries, so that those of killed runs are found.
        var name = Path.Join(Folder, "entry");
        TemporaryFile.Sweep(name, isLocked: false);
        using var temporary = new TemporaryFile(name);
        temporary.Write(stream => stream.Write(entry.ToJson()), mode: null);
        temporary.MoveTo(PathOf(entry.Number), overwrite: !isNew);
    }

    /// <param name="older">The numbers of the entries before the last one, the last first.</param>
    private void Prune(IReadOnlyList<int> older)
    {
        try
        {
            var total = 0L;
            for (var index = 0; index < older.Count; index++)
            {
                total += new FileInfo(PathOf(older[index])) is { Exists: true } file ? file.Length : 0;
                if (index >= MaxEntries - 1 || total > MaxTotalBytes)
                {
                    Delete(older[index]);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
    }

    private string PathOf(int number) => Path.Join(Folder, $"{number:d8}{Extension}");

    /// <summary>Returns 0 for a file that is not an entry.</summary>
    private int NumberOf(string path) =>
        int.TryParse(
            Path.GetFileNameWithoutExtension(path.AsSpan()),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number < int.MaxValue
        && path == PathOf(number)
            ? number
            : 0;

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;
}
