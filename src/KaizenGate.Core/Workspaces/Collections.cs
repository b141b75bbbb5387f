using System.Runtime;

namespace KaizenGate.Workspaces;

/// <summary>The collections of garbage.</summary>
internal static class Collections
{
    /// <summary>What a check of some hundred improvements needs with its history, in bytes.</summary>
    public const long EnoughForMostRuns = 16 * 1024 * 1024;

    /// <summary>
    /// Puts the next one off until so much is used up. Only what is used takes memory, and from that collection on all is as usual.
    /// Does nothing while one is put off.
    /// </summary>
    /// <param name="bytes">How much.</param>
    public static void PutOff(long bytes)
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            return;
        }

        try
        {
            GC.TryStartNoGCRegion(bytes);
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // The system gives this process less than that, or another thread was first.
        }
    }
}
