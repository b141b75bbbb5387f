namespace KaizenGate.Cli;

/// <summary>Opens standard output and standard error.</summary>
internal static class StandardStream
{
    /// <summary>
    /// Returns a stream that ignores a closed pipe (<c>| head</c>) instead of failing. When the stream was closed before the start, the
    /// result fails when it is written to: a file that is opened later may get its number.
    /// </summary>
    public static Stream Open(Func<Stream> open)
    {
        try
        {
            return new OpenStream(open());
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return new ClosedStream();
        }
    }

    /// <summary>A stream whose every failure is an <see cref="IOException"/>.</summary>
    private sealed class OpenStream(Stream inner) : WriteOnlyStream
    {
        public override void Flush() => inner.Flush();

        public override void Write(byte[] buffer, int offset, int count) =>
            SystemCall.Of(() => inner.Write(buffer, offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class ClosedStream : WriteOnlyStream
    {
        public override void Flush() { }

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new IOException("the output is closed");
    }

    private abstract class WriteOnlyStream : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
