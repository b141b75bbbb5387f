namespace KaizenGate.Core.Tests.Reading;

/// <summary>Ends a test whose work hangs. The limit is far above what the work takes; it measures nothing.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task<T> Run<T>(Func<T> work)
    {
        var stop = TestContext.Current.CancellationToken;
        return Task.Run(work, stop).WaitAsync(Limit, stop);
    }
}
