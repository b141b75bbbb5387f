using KaizenGate.Core.History.Git;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class WorkersTests
{
    private readonly Workers workers = new();

    [Fact]
    public void AFailureIsKnownBeforeTheWorkerCleansUp()
    {
        var failure = new InvalidDataException();
        Exception? known = null;
        workers.Start(() =>
        {
            try
            {
                throw failure;
            }
            finally
            {
                known = Record.Exception(workers.ThrowIfFailed);
            }
        });
        workers.Join();
        Assert.Same(failure, known);
    }

    [Fact]
    public void ACancellationIsNoFailure()
    {
        workers.Start(() => throw new OperationCanceledException());
        workers.Join();
        workers.ThrowIfFailed();
    }

    [Fact]
    public void TheFirstFailureIsThrown()
    {
        var failure = new InvalidDataException();
        workers.Start(() => throw failure);
        workers.Join();
        workers.Start(() => throw new TimeoutException());
        workers.Join();
        Assert.Same(failure, Record.Exception(workers.ThrowIfFailed));
    }
}
