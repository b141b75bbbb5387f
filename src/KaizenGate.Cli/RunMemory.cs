using System.Runtime.InteropServices;

namespace KaizenGate.Cli;

/// <summary>The memory of a run. Most runs, and all of a hook, end before 16 MB are used.</summary>
internal static class RunMemory
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>Bytes; only those that are used take memory.</summary>
    private const int Enough = 256 * Megabyte;

    /// <summary>The bytes that a run with tens of thousands of improvements gets whenever it has used most of those before.</summary>
    private const int More = 512 * Megabyte;

    /// <summary>The bytes from which garbage is collected, unless the system has less than four times as many.</summary>
    private const long Most = 2048L * Megabyte;

    /// <summary>The size of a large page in bytes.</summary>
    private const int LargePage = 2 * Megabyte;

    /// <summary>MADV_HUGEPAGE.</summary>
    private const int UseLargePages = 14;

    /// <summary>
    /// Lets Linux provide the memory in large pages, because a page of 4 KB at a time takes a tenth of a run, and puts off garbage
    /// collections: nearly all that a run reads is used until its end, so they would free little and take a tenth of a short run, a third
    /// of one with 10,000 improvements and half of one with 100,000. Work that leaves much garbage ends this, see
    /// <see cref="KaizenGate.Core.Backlogs.Garbage"/>.
    /// </summary>
    public static void Reserve()
    {
        if (OperatingSystem.IsLinux())
        {
            // The first objects are near the start of the heap, and the large ones below them; what follows is reserved for more. A
            // system that cannot do it ignores the advice, also for addresses without memory.
            const int below = 128 * Megabyte;
            var first = Marshal.UnsafeAddrOfPinnedArrayElement(new byte[1], 0) & -LargePage;
            _ = Advise(first - below, below + (2 * Most), UseLargePages);
        }

        Begin(Enough);
    }

    private static void Begin(int bytes)
    {
        try
        {
            if (GC.TryStartNoGCRegion(bytes, disallowFullBlockingGC: true))
            {
                // There is room for that many bytes of small objects and as many of large ones. When nine tenths of either are used:
                GC.RegisterNoGCRegionCallback(bytes / 10 * 9L * 2, Extend);
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // The system gives this process less than that.
        }
    }

    private static void Extend()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (GC.GetTotalAllocatedBytes() + More > Math.Min(Most, available / 4))
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();
            Begin(More);
        }
        catch (InvalidOperationException)
        {
            // All was used meanwhile, so a collection came first.
        }
    }

#pragma warning disable SYSLIB1054 // Blittable arguments need no generated code.
    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, long length, int advice);
#pragma warning restore SYSLIB1054
}
