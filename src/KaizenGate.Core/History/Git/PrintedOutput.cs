namespace KaizenGate.Core.History.Git;

/// <summary>What a git prints, cut at a separator while it comes.</summary>
/// <param name="git">The repository.</param>
/// <param name="name">The subcommand.</param>
/// <param name="command">It, started.</param>
/// <param name="separator">The byte that ends each part.</param>
internal sealed class PrintedOutput(GitRepository git, string name, GitCommand command, byte separator)
{
    /// <summary>A path has at most 4 KB on all systems; longer parts are not git's.</summary>
    private const int LongestPart = 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Reads the next part; it is valid until the next call.</summary>
    /// <returns>False at the end of a git that succeeded.</returns>
    /// <exception cref="GitException">Git failed or hangs, or what it prints has another form.</exception>
    public bool Next(out ReadOnlySpan<byte> part)
    {
        var searched = 0;
        while (true)
        {
            var length = buffer.AsSpan(start + searched, end - start - searched).IndexOf(separator);
            if (length >= 0)
            {
                part = buffer.AsSpan(start, searched + length);
                start += searched + length + 1;
                return true;
            }

            searched = end - start;
            if (!Fill())
            {
                part = [];
                return false;
            }
        }
    }

    /// <summary>What git prints has not the form that it has in all versions.</summary>
    public GitException Garbled() => new(GitFailure.Garbled(name));

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (end >= LongestPart)
            {
                throw Garbled();
            }

            Array.Resize(ref buffer, 2 * end);
        }

        var read = command.Read(buffer.AsSpan(end));
        end += read;
        if (read > 0)
        {
            return true;
        }

        var status = command.WaitForEnd();
        if (status != 0)
        {
            throw git.Failure(name, status, command.ErrorText);
        }

        return end == start ? false : throw Garbled();
    }
}
