using System.Runtime.ExceptionServices;

namespace KaizenGate.Core.History;

/// <summary>An answer that is worked out on a thread of its own until it is asked for, such as that of another program.</summary>
internal sealed class BackgroundTask<T>
    where T : class?
{
    private readonly Thread thread;
    private T answer = default!;
    private ExceptionDispatchInfo? failure;

    public BackgroundTask(Func<T> work)
    {
        thread = new Thread(() =>
        {
            try
            {
                answer = work();
            }
#pragma warning disable CA1031 // It is thrown again where the answer is asked for.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(failed);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
    }

    /// <summary>Waits until the work is over, whatever came of it.</summary>
    public void Wait() => thread.Join();

    /// <summary>Waits for the answer. What the work threw is thrown here.</summary>
    public T Answer
    {
        get
        {
            thread.Join();
            failure?.Throw();
            return answer;
        }
    }
}
