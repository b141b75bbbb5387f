using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>Writes commits for `git fast-import`.</summary>
internal sealed class FastImport(Stream stream)
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    /// <summary>Writes a commit on `main` with one file.</summary>
    /// <param name="time">The time of the commit.</param>
    /// <param name="author">The author.</param>
    /// <param name="message">The message.</param>
    /// <param name="path">The path from the root, in plain letters that need no quotes.</param>
    /// <param name="content">The content of the file.</param>
    public void Commit(DateTimeOffset time, string author, string message, string path, byte[] content)
    {
        Line("commit refs/heads/main");
        Line($"committer {author} <team@example.org> {time.ToUnixTimeSeconds()} +0000");
        Data(Encoding.UTF8.GetBytes(message));
        Line($"M 100644 inline {path}");
        Data(content);
    }

    /// <summary>Ends the stream; without this, git regards it as truncated.</summary>
    public void Done() => Line("done");

    private void Data(byte[] bytes)
    {
        Line($"data {bytes.Length.ToString(CultureInfo.InvariantCulture)}");
        stream.Write(bytes);
        stream.Write(NewLine);
    }

    private void Line(string line)
    {
        stream.Write(Encoding.UTF8.GetBytes(line));
        stream.Write(NewLine);
    }

    /// <summary>Runs `git fast-import`.</summary>
    /// <exception cref="InvalidOperationException">git failed.</exception>
    public static void Into(string folder, Action<FastImport> write)
    {
        var start = new ProcessStartInfo("git", ["fast-import", "--done", "--quiet"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
        };
        using var git = Process.Start(start)!;
        using (var input = new BufferedStream(git.StandardInput.BaseStream, 1 << 20))
        {
            var import = new FastImport(input);
            write(import);
            import.Done();
        }

        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            throw new InvalidOperationException($"git fast-import exited with {git.ExitCode}");
        }
    }
}
