using System.Buffers.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The line that git's <c>cat-file --batch</c> prints before a content: <c>id type size</c>.</summary>
internal readonly ref struct ObjectHeader
{
    private ObjectHeader(ReadOnlySpan<byte> type, long size) => (IsBlob, Size) = (type.SequenceEqual("blob"u8), size);

    /// <summary>Whether the content is that of a file.</summary>
    public bool IsBlob { get; }

    /// <summary>The length of the content in bytes.</summary>
    public long Size { get; }

    /// <summary>Reads it; false for any other line, as <c>id missing</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out ObjectHeader header)
    {
        header = default;
        var id = line.IndexOf((byte)' ');
        var type = line.LastIndexOf((byte)' ');
        if (
            id < 0
            || id == type
            || !ObjectId.IsOne(line[..id])
            || !Utf8Parser.TryParse(line[(type + 1)..], out long size, out var used)
            || used != line.Length - type - 1
            || size < 0
        )
        {
            return false;
        }

        header = new ObjectHeader(line[(id + 1)..type], size);
        return true;
    }
}
