namespace KaizenGate.Core.Tests.Reading;

/// <summary>Fails a test that hangs. The limit is far above the time that the work takes.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task<T> Run<T>(Func<T> work)
    {
        var stop = TestContext.Current.CancellationToken;
        return Task.Run(work, stop).WaitAsync(Limit, stop);
    }
}
