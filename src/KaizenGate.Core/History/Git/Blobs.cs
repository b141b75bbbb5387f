using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The contents of files, from one git. One thread requests while another reads the answers in the same order.</summary>
/// <remarks>
/// Git answers at the latest when <see cref="Complete"/> was called, and not before there is enough to print: who waits for an
/// answer before the next request waits for ever. Requests are held up when nobody reads.
/// </remarks>
internal sealed class Blobs : IDisposable
{
    private const string Name = "cat-file";

    private readonly GitRepository git;
    private readonly GitCommand command;
    private readonly byte[] requests = new byte[8 * 1024];
    private int requested;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    internal Blobs(GitRepository git)
    {
        this.git = git;
        command = git.Start(Name, "--batch", "--buffer");
        command.WidenOutput();
    }

    /// <summary>Asks for a content. When git has ended, the answer says so.</summary>
    public void Request(string id)
    {
        if (requested + ObjectId.Checked(id).Length + 1 > requests.Length)
        {
            Send();
        }

        requested += Encoding.ASCII.GetBytes(id, requests.AsSpan(requested));
        requests[requested++] = (byte)'\n';
    }

    /// <summary>Sends what was requested so far.</summary>
    public void Send()
    {
        command.Write(requests.AsSpan(0, requested));
        requested = 0;
    }

    /// <summary>Says that no more requests follow.</summary>
    public void Complete()
    {
        Send();
        command.CloseInput();
    }

    /// <summary>Reads the next answer.</summary>
    /// <param name="content">Filled from its beginning; replaced by a larger one where needed.</param>
    /// <param name="largest">A larger content is skipped; in bytes.</param>
    /// <returns>The size in bytes, also of what was skipped for being larger than <paramref name="largest"/>.</returns>
    /// <exception cref="GitException">The content is not there, or git ended or hangs.</exception>
    public long Read(ref byte[] content, int largest)
    {
        var size = Header();
        if (size > largest)
        {
            Skip(size + 1);
            return size;
        }

        if (content.Length < size)
        {
            content = new byte[Math.Min(largest, Math.Max(size, 2L * content.Length))];
        }

        Fill(content.AsSpan(0, (int)size));
        Skip(1);
        return size;
    }

    public void Dispose() => command.Dispose();

    /// <summary>Reads "id blob size" or "id missing".</summary>
    private long Header()
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0)
        {
            if (end - start > 1024)
            {
                throw new GitException(GitFailure.Garbled(Name));
            }

            More();
        }

        var line = buffer.AsSpan(start, length);
        start += length + 1;
        if (ObjectHeader.TryRead(line, out var header) && header.IsBlob)
        {
            return header.Size;
        }

        var id = line.EndsWith(" missing"u8) ? line[..^" missing"u8.Length] : default;
        throw ObjectId.IsOne(id)
            ? git.Missing(Encoding.ASCII.GetString(id))
            : new GitException(GitFailure.Garbled(Name));
    }

    private void Fill(Span<byte> content)
    {
        var held = Math.Min(content.Length, end - start);
        buffer.AsSpan(start, held).CopyTo(content);
        start += held;
        for (var rest = content[held..]; !rest.IsEmpty; )
        {
            // Straight into place: what is large needs no buffer.
            var read = command.Read(rest);
            rest = read > 0 ? rest[read..] : throw Ended();
        }
    }

    private void Skip(long count)
    {
        while (count > end - start)
        {
            count -= end - start;
            start = end;
            More();
        }

        start += (int)count;
    }

    /// <summary>Reads on; what is in the buffer stays.</summary>
    private void More()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = command.Read(buffer.AsSpan(end));
        end += read > 0 ? read : throw Ended();
    }

    private GitException Ended() => git.Failure(Name, command.WaitForEnd(), command.ErrorText);
}
