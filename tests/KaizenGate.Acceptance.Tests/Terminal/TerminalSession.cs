using System.Diagnostics;
using System.Text;

namespace KaizenGate.Acceptance.Tests;

/// <summary>A shell command on a pseudo terminal, which is read and typed at as a person does.</summary>
internal sealed class TerminalSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private readonly Process process;
    private readonly StringBuilder shown = new();
    private int read;

    public TerminalSession(Scratch folder, string command)
    {
        // A shell starts what runs in the background without Ctrl-C, which everything below it inherits.
        var start = new ProcessStartInfo(
            "env",
            ["--default-signal=INT", "script", "--quiet", "--return", "--command", command, "/dev/null"]
        )
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in folder.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["TERM"] = "dumb";
        process = Process.Start(start)!;
    }

    /// <summary>Everything shown so far.</summary>
    public string Shown => shown.ToString();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    /// <summary>Reads until a text appears after the last one that was waited for.</summary>
    public async Task WaitForAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new char[4096];
        while (Shown.IndexOf(text, read, StringComparison.Ordinal) is var at)
        {
            if (at >= 0)
            {
                read = at + text.Length;
                return;
            }

            var count = await process.StandardOutput.ReadAsync(buffer, patience.Token);
            Assert.True(count > 0, $"no {text} in:\n{Shown}");
            shown.Append(buffer, 0, count);
        }
    }

    /// <summary>Types a key until a text appears: a program that sets up its terminal drops what was typed before.</summary>
    public async Task TypeUntilAsync(char key, string text)
    {
        var seen = WaitForAsync(text);
        do
        {
            await process.StandardInput.WriteAsync(key);
            await process.StandardInput.FlushAsync();
        } while (await Task.WhenAny(seen, Task.Delay(Again)) != seen);

        await seen;
    }

    /// <summary>Reads the rest, and waits for the end.</summary>
    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        shown.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
    }
}
