using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>
/// A running git. The only code that starts a process: never through a shell, never with a program that the repository's
/// configuration names. Reading and writing may happen on two threads.
/// </summary>
internal sealed class GitCommand : IDisposable
{
    private const int MostErrorText = 4096;

    /// <summary>F_SETPIPE_SZ of Linux.</summary>
    private const int SetPipeSize = 1031;

    /// <summary>As much as Linux gives to everybody.</summary>
    private const int PipeBytes = 1024 * 1024;

    /// <summary>
    /// What no repository's configuration may change. An empty value switches the file system monitor off in all versions;
    /// before 2.36 "false" would name a program.
    /// </summary>
    private static readonly string[] Front =
    [
        "--no-pager",
        "--literal-pathspecs",
        "--no-optional-locks",
        "--no-replace-objects",
        "-c",
        "core.fsmonitor=",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "protocol.allow=never",
        "-c",
        "log.diffMerges=separate",
        "-c",
        "log.showRoot=true",
        "-c",
        "log.follow=false",
        "-c",
        "log.mailmap=false",
        "-c",
        "log.showSignature=false",
        "-c",
        "diff.relative=false",
        "-c",
        "trailer.separators=:",
    ];

    private readonly GitPlace place;
    private readonly string name;
    private readonly Process process;
    private readonly Stream input;
    private readonly Stream output;
    private readonly Thread errorReader;
    private readonly Timer watch;
    private readonly byte[] error = new byte[MostErrorText];
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

    /// <summary>Starts git.</summary>
    /// <param name="place">Where.</param>
    /// <param name="arguments">The subcommand and its arguments, as they are.</param>
    /// <exception cref="GitException">It cannot be started.</exception>
    public static GitCommand Start(GitPlace place, params ReadOnlySpan<string> arguments)
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
        foreach (var argument in Front)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments)
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
                $"{place.Program.Path} cannot be started in {place.Folder} ({GitMessages.OneLine(e.Message)}); check that git works there"
            );
        }
    }

    /// <summary>Asks a question with a short answer, and waits for it.</summary>
    /// <param name="place">Where.</param>
    /// <param name="input">What git reads.</param>
    /// <param name="arguments">The subcommand and its arguments, as they are.</param>
    /// <exception cref="GitException">Git cannot be started, hangs, or answers without end.</exception>
    public static GitAnswer Ask(GitPlace place, ReadOnlySpan<byte> input, params ReadOnlySpan<string> arguments)
    {
        using var command = Start(place, arguments);
        return command.Answer(input);
    }

    /// <summary>Gives git what it reads, and waits for its answer, which is short.</summary>
    /// <exception cref="GitException">Git hangs, or answers without end.</exception>
    public GitAnswer Answer(ReadOnlySpan<byte> input)
    {
        if (!input.IsEmpty)
        {
            Write(input);
        }

        CloseInput();
        var text = new byte[4096];
        var length = 0;
        for (int read; (read = Read(text.AsSpan(length))) > 0; )
        {
            length += read;
            if (length == GitAnswer.Longest)
            {
                throw new GitException($"git {name} answers without end; check that {place.Program.Path} is git");
            }

            if (length == text.Length)
            {
                Array.Resize(ref text, Math.Min(2 * length, GitAnswer.Longest));
            }
        }

        var status = WaitForEnd();
        return new GitAnswer(name, status, text.AsMemory(0, length), ErrorText);
    }

    /// <summary>Asks for a wider pipe from git, so that git and its reader take turns less often. For long output; changes nothing else.</summary>
    public void WidenOutput()
    {
        if (OperatingSystem.IsLinux() && process.StandardOutput.BaseStream is AnonymousPipeClientStream pipe)
        {
            _ = Control(pipe.SafePipeHandle, SetPipeSize, PipeBytes);
        }
    }

#pragma warning disable SYSLIB1054 // Three numbers need no generated code.
    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle pipe, int command, int bytes);
#pragma warning restore SYSLIB1054

    /// <summary>What git said on its error output, at most 4 KB of it; all of it after <see cref="WaitForEnd"/>.</summary>
    public string ErrorText => Encoding.UTF8.GetString(error, 0, Volatile.Read(ref errorLength));

    /// <summary>Reads what git prints next; 0 when it has closed its output.</summary>
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

    /// <summary>Writes to git.</summary>
    /// <returns>False when git no longer reads; why is said by its exit status and its error text.</returns>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            input.Write(bytes);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Tells git that no more follows.</summary>
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

    /// <summary>Waits until git has ended, once its output is read.</summary>
    /// <returns>Its exit status; 128 and the number of the signal when it was killed.</returns>
    /// <exception cref="GitException">Git hangs.</exception>
    public int WaitForEnd()
    {
        if (!process.WaitForExit(place.Program.Patience))
        {
            process.Kill(entireProcessTree: true);
            throw Hung();
        }

        // A grandchild may hold the error output open for longer.
        errorReader.Join(TimeSpan.FromSeconds(1));
        return hung ? throw Hung() : process.ExitCode;
    }

    /// <summary>Ends git when it still runs.</summary>
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
            // It ended by itself in between.
        }

        CloseInput();
        output.Dispose();
        process.Dispose();
    }

    private GitException Hung() =>
        new(
            $"git {name} said nothing for {place.Program.Patience.TotalSeconds:0} seconds; try it by hand, and check that {place.Program.Path} is git"
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
            // A child of it would keep the pipe open.
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in between.
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
            // Nobody listens any more.
        }
    }
}
