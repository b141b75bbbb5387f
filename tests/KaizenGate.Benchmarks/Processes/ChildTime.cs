using System.Runtime.InteropServices;

namespace KaizenGate.Benchmarks.Processes;

/// <summary>The CPU time of processes that have ended, which .NET does not provide on Unix. It depends less on other load than the elapsed time.</summary>
internal static class ChildTime
{
    private const int Children = -1;

    /// <summary>The user and system time of all ended child processes; null if the system does not provide it.</summary>
    public static TimeSpan? Total()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        // struct rusage: seconds and microseconds in user mode, the same in the kernel, and 14 more figures.
        var usage = new long[18];
        return getrusage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : null;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrusage(int who, [Out] long[] usage);
}
