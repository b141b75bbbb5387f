using System.Text;

namespace KaizenGate.Core.Journaling;

/// <summary>
/// What one command writes, recorded so that <c>undo</c> can take it back. Each file is recorded right before it is replaced: after a
/// killed run, the content of the files shows which of them were replaced. The entry is in git's folder; a file outside of a repository
/// is not recorded.
/// </summary>
/// <param name="command">The name of the command: <c>"score"</c>.</param>
/// <param name="at">When it runs.</param>
internal sealed class Journal(string command, DateTimeOffset at)
{
    private const int LongestSubject = 200;

    /// <summary>The entry so far, for each repository.</summary>
    private readonly Dictionary<JournalFolder, JournalEntry> entries = [];

    /// <summary>What the command changes, such as the name of an improvement; null for nothing in particular.</summary>
    public string? Subject { get; set; }

    /// <summary>
    /// Records a file that is about to be replaced or created. A journal that cannot be written does not prevent the edit: <c>undo</c>
    /// then finds that the file changed.
    /// </summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="before">Its content now; null if it does not exist.</param>
    /// <param name="hashAfter">The hash of its new content; see <see cref="JournaledFile.HashOf"/>.</param>
    public void Record(string path, byte[]? before, string hashAfter)
    {
        var real = RealPath.Of(path);
        if (JournalFolder.Of(Path.GetDirectoryName(real)) is not { } folder)
        {
            return;
        }

        var file = JournaledFile.Of(Path.GetRelativePath(folder.Root, real), before, hashAfter);
        try
        {
            entries[folder] = entries.TryGetValue(folder, out var entry)
                ? folder.Replace(entry with { Files = entry.Files.Add(file) })
                : folder.Append(new JournalEntry(command, Shortened(Subject), at, [file]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // git's folder may be read-only.
        }
    }

    /// <summary>Records a file and writes it atomically; creates missing folders.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="content">Its new content.</param>
    /// <exception cref="IOException">It cannot be written, or another program wrote it meanwhile; it is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; it is unchanged.</exception>
    public void Write(string path, byte[] content)
    {
        var before = Present(path);
        if (before is null)
        {
            NewFile.CreateFolderOf(path);
            Record(path, null, JournaledFile.HashOf(content));
            NewFile.Write(path, content);
            return;
        }

        if (before.AsSpan().SequenceEqual(content))
        {
            return;
        }

        var isSame = true;
        ReplacedFile.Write(
            path,
            stream => stream.Write(content),
            () =>
            {
                isSame = Present(path)?.AsSpan().SequenceEqual(before) ?? false;
                if (isSame)
                {
                    Record(path, before, JournaledFile.HashOf(content));
                }

                return isSame;
            }
        );
        if (!isSame)
        {
            throw new IOException("another program wrote the file meanwhile");
        }
    }

    private static byte[]? Present(string path) =>
        Path.Exists(path) || new FileInfo(path).LinkTarget is not null ? PlainFile.Read(path) : null;

    /// <summary>The start of a text, without half a character at its end.</summary>
    private static string? Shortened(string? text)
    {
        if (text is not { Length: > LongestSubject })
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject;
        return new StringBuilder(text, 0, length, length + 1).Append('…').ToString();
    }
}
