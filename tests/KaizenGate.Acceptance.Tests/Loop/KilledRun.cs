using System.Diagnostics;
using System.Globalization;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Runs of the tool that are killed before their end.</summary>
internal sealed class KilledRun(PackedTool tool, Scratch scratch)
{
    /// <summary>The system calls that change files, or take and release a lock.</summary>
    private const string Changing =
        "write,pwrite64,ftruncate,fsync,chmod,fchmod,fchmodat,rename,renameat,renameat2,unlink,unlinkat,mkdir,flock,close";

    private const int KilledStatus = 128 + 9;

    /// <summary>The reason why runs cannot be killed at a system call here; null if they can.</summary>
    public async Task<string?> WhyNotAtCallsAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/strace"))
        {
            return "there is no strace";
        }

        var traced = await StraceAsync(["-e", "trace=write", tool.Program, "--version"]);
        return traced.ExitCode == 0 ? null : $"processes may not be traced here: {traced.Error}";
    }

    /// <summary>Kills a run before one of its changing system calls.</summary>
    /// <param name="number">The number of the call, from 1.</param>
    /// <param name="arguments">The arguments of the run.</param>
    /// <returns>False if the run has fewer calls and ended by itself.</returns>
    public async Task<bool> AtCallAsync(int number, params string[] arguments)
    {
        var place = number.ToString(CultureInfo.InvariantCulture);
        var killed = await StraceAsync([
            "-e",
            $"trace={Changing}",
            "-e",
            $"inject={Changing}:signal=SIGKILL:when={place}",
            tool.Program,
            .. arguments,
        ]);
        if (killed.ExitCode == KilledStatus)
        {
            return true;
        }

        killed.MustSucceed();
        return false;
    }

    /// <summary>Kills a run after a time, unless it has ended.</summary>
    public async Task AfterAsync(TimeSpan time, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool.Program, arguments)
        {
            WorkingDirectory = scratch.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in scratch.Environment)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            // Sleeping would take longer than the run.
            Thread.SpinWait(100);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private Task<Outcome> StraceAsync(string[] arguments) =>
        Command.RunAsync(
            "strace",
            ["--follow-forks", "--output=/dev/null", .. arguments],
            scratch.Path,
            scratch.Environment
        );
}
