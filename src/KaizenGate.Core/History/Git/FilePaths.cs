using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The files that git was asked for, to be recognized in what it prints without making texts of it.</summary>
internal sealed class FilePaths(ImmutableArray<string> paths)
{
    private readonly ImmutableArray<byte[]> bytes = [.. paths.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The path that these bytes are; null when it was not asked for.</summary>
    public string? Find(ReadOnlySpan<byte> printed)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (printed.SequenceEqual(bytes[i]))
            {
                return paths[i];
            }
        }

        return null;
    }
}
