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
    /// <param name="count">The number of calls.</param>
    /// <param name="work">The work.</param>
    /// <param name="least">For fewer numbers, one call follows another: they are not worth the start of a thread pool.</param>
    /// <exception cref="Exception">What the call with the lowest number failed with, of those that failed.</exception>
    public static void For(int count, Action<int> work, int least = 2)
    {
        if (count < least)
        {
            for (var at = 0; at < count; at++)
            {
                work(at);
            }

            return;
        }

        var next = -1;
        var failing = new Lock();
        Failure? failure = null;
        Parallel.For(0, Math.Min(count, Environment.ProcessorCount), _ => TakeTurns());
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure.Error);
        }

        // Parallel.For alone would give several numbers at once to a processor, and the others would wait for the last of them.
        void TakeTurns()
        {
            // A number that was taken is worked on, so that the lowest failing one does not depend on the threads.
            while (failure is null && Interlocked.Increment(ref next) is var at && at < count)
            {
                try
                {
                    work(at);
                }
#pragma warning disable CA1031 // It is thrown when all calls have ended.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    Fail(at, error);
                }
            }
        }

        void Fail(int at, Exception error)
        {
            lock (failing)
            {
                failure = failure?.At < at ? failure : new(at, error);
            }
        }
    }

    /// <summary>Returns the results of <paramref name="work"/> for all items in their order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work.</param>
    /// <param name="least">Fewer items are worked on one after another.</param>
    /// <inheritdoc cref="For"/>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work, int least = 2)
    {
        var results = new TResult[items.Count];
        For(items.Count, at => results[at] = work(items[at]), least);
        return results;
    }

    private sealed record Failure(int At, Exception Error);
}
