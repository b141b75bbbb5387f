using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>The answer of a git that has ended.</summary>
/// <param name="Name">The subcommand.</param>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="ErrorText">The start of its standard error.</param>
internal sealed record GitAnswer(string Name, int ExitCode, ReadOnlyMemory<byte> Output, string ErrorText)
{
    public string Text => Encoding.UTF8.GetString(Output.Span);

    /// <exception cref="GitException">Git failed.</exception>
    public GitAnswer OrThrow(GitRepository git) => ExitCode == 0 ? this : throw git.Failure(Name, ExitCode, ErrorText);
}

/// <summary>
/// A running git. The only code in Core that starts a process: never through a shell, never a program that the repository
/// configures. Reading and writing may happen on two threads.
/// </summary>
internal sealed class GitCommand : IDisposable
{
    /// <summary>The limit of an answer. The longest one, the trailers of many commits, is a fraction of it.</summary>
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    private const int MaxErrorBytes = 4096;

    /// <summary>F_SETPIPE_SZ of Linux.</summary>
    private const int SetPipeSize = 1031;

    /// <summary>The largest size that Linux grants to every user.</summary>
    private const int PipeBytes = 1024 * 1024;

    /// <summary>
    /// Overrides the configuration of the repository. An empty value disables the file system monitor in all versions;
    /// before 2.36, "false" would be taken for a program.
    /// </summary>
    private static readonly string[] GlobalOptions =
    [
        "--no-pager",
        "--no-optional-locks",
        "--no-replace-objects",
        .. new[]
        {
            "core.fsmonitor=",
            "core.hooksPath=/dev/null",
            "protocol.allow=never",
            "log.diffMerges=separate",
            "log.showRoot=true",
            "log.follow=false",
            "log.mailmap=false",
            "log.showSignature=false",
            "diff.relative=false",
            "trailer.separators=:",
        }.SelectMany(setting => new[] { "-c", setting }),
    ];

    private readonly GitPlace place;
    private readonly string name;
    private readonly Process process;
    private readonly Stream input;
    private readonly Stream output;
    private readonly Thread errorReader;
    private readonly Timer watch;
    private readonly byte[] error = new byte[MaxErrorBytes];
    private int errorLength;
    private long waitingSince;
    private volatile bool hung;

    private GitCommand(GitPlace place, string name, Process process)
    {
        this.place = place;
        this.name = name;
        this.process = process;
        input = process.StandardInput.BaseStream;
        output = process.StandardOutput.BaseStream;
        errorReader = new Thread(DrainErrors, 256 * 1024) { IsBackground = true };
        errorReader.Start();
        watch = new Timer(EndWhenHung, null, place.Program.Patience / 4, place.Program.Patience / 4);
    }

    /// <summary>Starts git; it takes all paths literally.</summary>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public static GitCommand Start(GitPlace place, params ReadOnlySpan<string> arguments) =>
        Start(place, ["--literal-pathspecs", .. GlobalOptions], arguments);

    /// <summary>Starts git with patterns for paths.</summary>
    /// <exception cref="GitException">Git cannot be started.</exception>
    public static GitCommand StartWithPatterns(GitPlace place, params ReadOnlySpan<string> arguments) =>
        Start(place, GlobalOptions, arguments);

    private static GitCommand Start(GitPlace place, ReadOnlySpan<string> globalOptions, ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(place.Program.Path)
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (ReadOnlySpan<string>)[.. globalOptions, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (variable, value) in place.Environment)
        {
            start.Environment[variable] = value;
        }

        try
        {
            return new GitCommand(place, arguments[0], Process.Start(start)!);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new GitException(
                $"{place.Program.Path} cannot be started in {place.Folder} ({GitFailure.OneLine(e.Message)}); check that git works there"
            );
        }
    }

    /// <summary>Runs git to its end.</summary>
    /// <exception cref="GitException">Git cannot be started, hangs, or prints too much.</exception>
    public static GitAnswer Ask(GitPlace place, ReadOnlySpan<byte> input, params ReadOnlySpan<string> arguments)
    {
        using var command = Start(place, arguments);
        return command.Answer(input);
    }

    /// <summary>Writes the input and waits for the answer.</summary>
    /// <exception cref="GitException">Git hangs or prints too much.</exception>
    public GitAnswer Answer(ReadOnlySpan<byte> input)
    {
        if (!input.IsEmpty)
        {
            Write(input);
        }

        CloseInput();
        var answer = new ArrayBufferWriter<byte>(4096);
        for (int read; (read = Read(answer.GetSpan(4096))) > 0; )
        {
            answer.Advance(read);
            if (answer.WrittenCount >= MaxAnswerBytes)
            {
                throw new GitException($"git {name} printed more than 64 MB; check that {place.Program.Path} is git");
            }
        }

        var exitCode = WaitForEnd();
        return new GitAnswer(name, exitCode, answer.WrittenMemory, ErrorText);
    }

    /// <summary>Enlarges the output pipe for long output, so that git and its reader wait for each other less often.</summary>
    public void WidenOutput()
    {
        if (OperatingSystem.IsLinux() && process.StandardOutput.BaseStream is AnonymousPipeClientStream pipe)
        {
            _ = Control(pipe.SafePipeHandle, SetPipeSize, PipeBytes);
        }
    }

#pragma warning disable SYSLIB1054 // Blittable arguments need no generated code.
    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle pipe, int command, int bytes);
#pragma warning restore SYSLIB1054

    /// <summary>The first 4 KB of standard error; complete after <see cref="WaitForEnd"/>.</summary>
    public string ErrorText => Encoding.UTF8.GetString(error, 0, Volatile.Read(ref errorLength));

    /// <summary>Reads the next output; 0 at its end.</summary>
    /// <exception cref="GitException">Git hangs.</exception>
    public int Read(Span<byte> into)
    {
        Volatile.Write(ref waitingSince, Environment.TickCount64);
        int read;
        try
        {
            read = output.Read(into);
        }
        catch (IOException)
        {
            read = 0;
        }

        Volatile.Write(ref waitingSince, 0);
        return read == 0 && hung ? throw Hung() : read;
    }

    /// <summary>Writes to git. If git no longer reads, its exit code and error text explain why.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            input.Write(bytes);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has ended.
        }
    }

    public void CloseInput()
    {
        try
        {
            input.Close();
        }
        catch (IOException)
        {
            // It has ended.
        }
    }

    /// <summary>Waits for git to end, once its output is read.</summary>
    /// <returns>The exit code; 128 plus the signal number when git was killed.</returns>
    /// <exception cref="GitException">Git hangs.</exception>
    public int WaitForEnd()
    {
        if (!process.WaitForExit(place.Program.Patience))
        {
            process.Kill(entireProcessTree: true);
            throw Hung();
        }

        // A child process of git may keep standard error open for longer.
        errorReader.Join(TimeSpan.FromSeconds(1));
        return hung ? throw Hung() : process.ExitCode;
    }

    /// <summary>Kills git if it still runs.</summary>
    public void Dispose()
    {
        watch.Dispose();
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit(TimeSpan.FromSeconds(1));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended in the meantime.
        }

        CloseInput();
        output.Dispose();
        process.Dispose();
    }

    private GitException Hung() =>
        new(
            $"git {name} printed nothing for {place.Program.Patience.TotalSeconds:0} seconds; run it by hand, and check that {place.Program.Path} is git"
        );

    private void EndWhenHung(object? state)
    {
        var since = Volatile.Read(ref waitingSince);
        if (since == 0 || Environment.TickCount64 - since < place.Program.Patience.TotalMilliseconds)
        {
            return;
        }

        hung = true;
        try
        {
            // A child process would keep the pipe open.
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended in the meantime.
        }
    }

    private void DrainErrors()
    {
        try
        {
            var stream = process.StandardError.BaseStream;
            Span<byte> rest = stackalloc byte[1024];
            for (var read = 1; read > 0; )
            {
                var free = error.AsSpan(errorLength);
                read = stream.Read(free.IsEmpty ? rest : free);
                Volatile.Write(ref errorLength, free.IsEmpty ? errorLength : errorLength + read);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The command was disposed.
        }
    }
}
