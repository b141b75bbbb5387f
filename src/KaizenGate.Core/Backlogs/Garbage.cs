using System.Runtime;

namespace KaizenGate.Core.Backlogs;

/// <summary>Garbage collection in long runs.</summary>
internal static class Garbage
{
    /// <summary>
    /// Ends a region without collections, which the program starts because most of what a run reads is used until its end. Call this
    /// before work that leaves much garbage: memory that is used again takes less time than new memory, and there is less of it.
    /// </summary>
    public static void AllowCollections()
    {
        if (GCSettings.LatencyMode is not GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }
}
