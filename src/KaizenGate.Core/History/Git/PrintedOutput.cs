namespace KaizenGate.Core.History.Git;

/// <summary>Splits the output of a running git at a separator.</summary>
/// <param name="git">The repository.</param>
/// <param name="name">The subcommand.</param>
/// <param name="command">The running git.</param>
/// <param name="separator">The byte after each part.</param>
internal sealed class PrintedOutput(GitRepository git, string name, GitCommand command, byte separator)
{
    /// <summary>A path has at most 4 KB on all systems, so git prints no longer parts.</summary>
    private const int MaxPartBytes = 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>Reads the next part; it is valid until the next call.</summary>
    /// <returns>False at the end of a git that succeeded.</returns>
    /// <exception cref="GitException">Git failed, hangs, or printed something unexpected.</exception>
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

    /// <summary>Skips a byte if it is the next one, for which it waits.</summary>
    /// <returns>Whether it was; false at the end.</returns>
    /// <exception cref="GitException">Git failed or hangs.</exception>
    public bool Skip(byte expected)
    {
        if ((start == end && !Fill()) || buffer[start] != expected)
        {
            return false;
        }

        start++;
        return true;
    }

    public GitException Unexpected() => new(GitFailure.Unexpected(name));

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (end >= MaxPartBytes)
            {
                throw Unexpected();
            }

            Array.Resize(ref buffer, 2 * end);
        }

        var read = command.Read(buffer.AsSpan(end));
        end += read;
        if (read > 0)
        {
            return true;
        }

        var exitCode = command.WaitForEnd();
        return exitCode != 0 ? throw git.Failure(name, exitCode, command.ErrorText)
            : end != start ? throw Unexpected()
            : false;
    }
}
