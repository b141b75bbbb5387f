using System.IO.Enumeration;

namespace KaizenGate.Core.Files;

/// <summary>Whether to list an entry of a folder.</summary>
internal delegate bool EntryFilter(ReadOnlySpan<char> name, bool isFolder);

/// <summary>Lists folders, without entries that were deleted meanwhile, that cannot be listed, or whose names are not UTF-8.</summary>
internal static class FolderEntries
{
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>Returns the absolute paths of the entries of a folder; empty when it cannot be listed.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="filter">The entries to list; null for all.</param>
    public static IReadOnlyList<(string Path, bool IsFolder)> Of(string folder, EntryFilter? filter = null)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<(string Path, bool IsFolder)>(
                    folder,
                    (ref entry) => (entry.ToFullPath(), entry.IsDirectory),
                    All
                )
                {
                    // A name that is not UTF-8 gets a replacement character, with which it cannot be opened.
                    ShouldIncludePredicate = (ref entry) =>
                        (filter?.Invoke(entry.FileName, entry.IsDirectory) ?? true)
                        && !entry.FileName.Contains('\uFFFD'),
                },
            ];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
