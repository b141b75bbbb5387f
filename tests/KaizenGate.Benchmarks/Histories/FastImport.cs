using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>Writes commits as `git fast-import` reads them.</summary>
internal sealed class FastImport(Stream stream)
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    /// <summary>A commit on `main` that writes one file.</summary>
    /// <param name="time">When it was made.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="path">The file, from the root; plain letters, so that nothing has to be quoted.</param>
    /// <param name="content">All that stands in the file.</param>
    public void Commit(DateTimeOffset time, string author, string message, string path, byte[] content)
    {
        Line("commit refs/heads/main");
        Line($"committer {author} <team@example.org> {time.ToUnixTimeSeconds()} +0000");
        Data(Encoding.UTF8.GetBytes(message));
        Line($"M 100644 inline {path}");
        Data(content);
    }

    /// <summary>Says that all is written; without it git takes the history for cut off.</summary>
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

    /// <summary>Starts `git fast-import`, hands its input over, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">git did not take it.</exception>
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
