using System.Runtime.ExceptionServices;

namespace KaizenGate.Core.History.Git;

/// <summary>Threads that work for a caller, who throws what the first of them failed with.</summary>
internal sealed class Workers
{
    private readonly List<Thread> threads = [];
    private Exception? failure;

    /// <summary>Runs an action on a thread of its own. A cancellation only means that the caller has stopped.</summary>
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
        catch (OperationCanceledException)
        {
            // The caller has stopped.
        }
#pragma warning disable CA1031 // The caller throws it.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, failed, null);
        }
    }
}
