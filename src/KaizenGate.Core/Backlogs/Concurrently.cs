using System.Runtime.ExceptionServices;

namespace KaizenGate.Core.Backlogs;

/// <summary>Runs independent work on all processors.</summary>
internal static class Concurrently
{
    /// <summary>The number of parts to split work into: several per processor, because some take longer than others.</summary>
    public static int Parts { get; } = 4 * Environment.ProcessorCount;

    /// <summary>Returns the number of items in each part of some work.</summary>
    /// <param name="count">The number of all items.</param>
    /// <param name="least">Fewer items are not worth a thread.</param>
    public static int PartSize(int count, int least) => Math.Max(least, 1 + (count / Parts));

    /// <summary>Calls <paramref name="work"/> with each number from 0 up to <paramref name="count"/>, in any order, and waits for all.</summary>
    /// <exception cref="Exception">What one of the calls failed with.</exception>
    public static void For(int count, Action<int> work)
    {
        if (count == 1)
        {
            work(0); // Without the start of a thread pool.
            return;
        }

        var next = -1;
        try
        {
            Parallel.For(0, Math.Min(count, Environment.ProcessorCount), _ => TakeTurns());
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        // Parallel.For alone would give several numbers at once to a processor, and the others would wait for the last of them.
        void TakeTurns()
        {
            for (var at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
            {
                work(at);
            }
        }
    }

    /// <summary>Returns the results of <paramref name="work"/> for all items in their order.</summary>
    /// <inheritdoc cref="For"/>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        For(items.Count, at => results[at] = work(items[at]));
        return results;
    }
}
