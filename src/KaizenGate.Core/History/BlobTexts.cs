using System.Collections.Immutable;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.History;

/// <summary>The contents of a few files.</summary>
internal static class BlobTexts
{
    /// <param name="git">The repository.</param>
    /// <param name="blobs">The ids by path.</param>
    /// <param name="maxBytes">Larger ones are not read.</param>
    /// <returns>The bytes by path; null for one that is too large.</returns>
    /// <exception cref="GitException">One is missing, or git failed.</exception>
    public static Dictionary<string, byte[]?> Read(
        GitRepository git,
        ImmutableDictionary<string, string> blobs,
        long maxBytes
    )
    {
        if (blobs.IsEmpty)
        {
            return [];
        }

        using var contents = git.OpenBlobs();
        return Read(contents, blobs, maxBytes);
    }

    /// <summary>The same from a program that was started before the ids were known.</summary>
    public static Dictionary<string, byte[]?> Read(
        Blobs contents,
        ImmutableDictionary<string, string> blobs,
        long maxBytes
    )
    {
        var texts = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var (_, id) in blobs)
        {
            contents.Request(id);
        }

        contents.Complete();
        var largest = (int)Math.Min(maxBytes, Array.MaxLength);
        foreach (var (path, _) in blobs)
        {
            byte[] text = [];
            var size = contents.Read(ref text, largest);
            texts.Add(path, size > largest ? null : text[..(int)size]);
        }

        return texts;
    }
}
