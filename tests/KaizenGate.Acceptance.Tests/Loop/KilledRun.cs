using System.Diagnostics;
using System.Globalization;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>Runs of the tool that are killed before their end, as nothing can prepare for.</summary>
internal sealed class KilledRun(PackedTool tool, Scratch scratch)
{
    /// <summary>All with which a run changes files, or takes and lets go of a lock.</summary>
    private const string Changing =
        "write,pwrite64,ftruncate,fsync,chmod,fchmod,fchmodat,rename,renameat,renameat2,unlink,unlinkat,mkdir,flock,close";

    private const int KilledStatus = 128 + 9;

    /// <summary>Whether runs can be killed at a system call here; else why not.</summary>
    public async Task<string?> WhyNotAtCallsAsync()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/strace"))
        {
            return "there is no strace";
        }

        var traced = await StraceAsync(["-e", "trace=write", tool.Program, "--version"]);
        return traced.ExitCode == 0 ? null : $"processes may not be traced here: {traced.Error}";
    }

    /// <summary>Kills a run at one of its changing system calls, before that is done.</summary>
    /// <param name="number">Which of them, from 1.</param>
    /// <param name="arguments">The run's.</param>
    /// <returns>False when the run has fewer, and ended by itself.</returns>
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

    /// <summary>Kills a run after a time; it may have ended by then.</summary>
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
            // Sleeping would take longer than the whole run.
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
