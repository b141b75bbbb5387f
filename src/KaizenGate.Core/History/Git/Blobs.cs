using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>Reads contents of files from one git. One thread requests them while another reads the answers in the same order.</summary>
/// <remarks>
/// Git buffers its answers until <see cref="Complete"/> is called: to wait for an answer before the next request is a deadlock.
/// Requests block when the answers are not read.
/// </remarks>
internal sealed class Blobs : IDisposable
{
    private const string Name = "cat-file";

    private readonly GitRepository git;
    private readonly GitCommand command;
    private readonly byte[] requests = new byte[8 * 1024];
    private int requested;

    /// <summary>Holds headers. It is small because the part of a content that it holds is copied once more.</summary>
    private readonly byte[] buffer = new byte[8 * 1024];
    private int start;
    private int end;

    internal Blobs(GitRepository git)
    {
        this.git = git;
        command = git.Start(Name, "--batch", "--buffer");
        command.WidenOutput();
    }

    /// <summary>Requests a content. If git has ended, <see cref="Read"/> reports it.</summary>
    public void Request(string id)
    {
        if (requested + ObjectId.Checked(id).Length + 1 > requests.Length)
        {
            Send();
        }

        requested += Encoding.ASCII.GetBytes(id, requests.AsSpan(requested));
        requests[requested++] = (byte)'\n';
    }

    private void Send()
    {
        command.Write(requests.AsSpan(0, requested));
        requested = 0;
    }

    /// <summary>Ends the requests.</summary>
    public void Complete()
    {
        Send();
        command.CloseInput();
    }

    /// <summary>Reads the next answer.</summary>
    /// <param name="content">Receives the content at its start; replaced by a larger array where needed.</param>
    /// <param name="maxBytes">A larger content is skipped.</param>
    /// <param name="largerBytes">Returns a larger maximum, if a content is larger than the first; null for none.</param>
    /// <returns>The size in bytes, and whether the content was read rather than skipped.</returns>
    /// <exception cref="GitException">The content is missing, or git ended or hangs.</exception>
    public (long Size, bool IsRead) Read(ref byte[] content, int maxBytes, Func<int>? largerBytes = null)
    {
        var size = Header();
        maxBytes = size > maxBytes && largerBytes is not null ? largerBytes() : maxBytes;
        if (size > maxBytes)
        {
            Skip(size + 1);
            return (size, false);
        }

        if (content.Length < size)
        {
            content = new byte[Math.Min(maxBytes, Math.Max(size, 2L * content.Length))];
        }

        Fill(content.AsSpan(0, (int)size));
        Skip(1);
        return (size, true);
    }

    /// <summary>Reads the contents of a few files. Nothing else can be read afterwards.</summary>
    /// <param name="ids">The blob ids by path.</param>
    /// <param name="maxBytes">Larger contents are not read.</param>
    /// <returns>The bytes by path; null for a content that is too large.</returns>
    /// <exception cref="GitException">A content is missing, or git failed.</exception>
    public Dictionary<string, byte[]?> ReadAll(ImmutableDictionary<string, string> ids, long maxBytes)
    {
        foreach (var id in ids.Values)
        {
            Request(id);
        }

        Complete();
        var limit = (int)Math.Min(maxBytes, Array.MaxLength);
        var texts = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var path in ids.Keys)
        {
            byte[] text = [];
            var (size, isRead) = Read(ref text, limit);
            texts.Add(path, isRead ? text[..(int)size] : null);
        }

        return texts;
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
                throw new GitException(GitFailure.Unexpected(Name));
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
        throw ObjectId.IsValid(id)
            ? git.Missing(Encoding.ASCII.GetString(id))
            : new GitException(GitFailure.Unexpected(Name));
    }

    private void Fill(Span<byte> content)
    {
        var held = Math.Min(content.Length, end - start);
        buffer.AsSpan(start, held).CopyTo(content);
        start += held;
        for (var rest = content[held..]; !rest.IsEmpty; )
        {
            // Without the buffer, which a large content does not need.
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

    /// <summary>Reads more into the buffer; keeps what is in it.</summary>
    private void More()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = command.Read(buffer.AsSpan(end));
        end += read > 0 ? read : throw Ended();
    }

    private GitException Ended() => git.Failure(Name, command.WaitForEnd(), command.ErrorText);
}

/// <summary>The line that <c>git cat-file --batch</c> prints before a content: <c>id type size</c>.</summary>
/// <param name="IsBlob">Whether the content is a file.</param>
/// <param name="Size">The length of the content in bytes.</param>
internal readonly record struct ObjectHeader(bool IsBlob, long Size)
{
    /// <summary>Reads a header; false for any other line, such as <c>id missing</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out ObjectHeader header)
    {
        header = default;
        var id = line.IndexOf((byte)' ');
        var type = line.LastIndexOf((byte)' ');
        if (
            id < 0
            || id == type
            || !ObjectId.IsValid(line[..id])
            || !Utf8Parser.TryParse(line[(type + 1)..], out long size, out var used)
            || used != line.Length - type - 1
            || size < 0
        )
        {
            return false;
        }

        header = new ObjectHeader(line[(id + 1)..type].SequenceEqual("blob"u8), size);
        return true;
    }
}
