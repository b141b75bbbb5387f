using System.Runtime.ExceptionServices;

namespace KaizenGate.Core.History.Git;

/// <summary>Threads that work for a caller, who throws what the first of them failed with.</summary>
internal sealed class Workers
{
    private readonly List<Thread> threads = [];
    private Exception? failure;

    /// <summary>
    /// Runs an action on a thread of its own. A cancellation only means that the caller has stopped. A failure is known before the
    /// action's <c>finally</c> blocks run, so that who sees a queue end there can also see why.
    /// </summary>
    public void Start(Action action)
    {
        var thread = new Thread(() => RunOrFail(action)) { IsBackground = true };
        threads.Add(thread);
        thread.Start();
    }

    /// <summary>Waits until all have ended.</summary>
    public void Join()
    {
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    /// <summary>Throws the first failure, if there is one.</summary>
    public void ThrowIfFailed()
    {
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void RunOrFail(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failed) when (IsRecorded(failed)) { }
    }

    /// <summary>Records a failure, unless it is a cancellation. As a filter, it runs before the blocks that the failure leaves.</summary>
    private bool IsRecorded(Exception failed)
    {
        if (failed is not OperationCanceledException)
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }

        return true;
    }
}
