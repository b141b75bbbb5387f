namespace KaizenGate.Cli.Mcp;

/// <summary>
/// Standard input as lines of bounded length, one message each. The rest of a longer line is dropped, so that it is answered as a
/// message that is not JSON and takes no more memory.
/// </summary>
/// <param name="inner">The input.</param>
/// <param name="maxBytes">The longest line, without its end.</param>
internal sealed class BoundedLines(Stream inner, int maxBytes) : Stream
{
    private int length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var read = inner.Read(buffer);
            if (read == 0 || Kept(buffer[..read]) is > 0 and var kept && (read = kept) > 0)
            {
                return read;
            }
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0 || Kept(buffer.Span[..read]) is > 0 and var kept && (read = kept) > 0)
            {
                return read;
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Moves what is kept to the start.</summary>
    /// <returns>Its length; 0 when nothing is kept.</returns>
    private int Kept(Span<byte> bytes)
    {
        var kept = 0;
        for (var at = 0; at < bytes.Length; )
        {
            var rest = bytes[at..];
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest.Length : end;
            var room = Math.Min(part, maxBytes - length);
            rest[..room].CopyTo(bytes[kept..]);
            kept += room;
            length += room;
            at += part;
            if (end >= 0)
            {
                bytes[kept++] = (byte)'\n';
                length = 0;
                at++;
            }
        }

        return kept;
    }
}
