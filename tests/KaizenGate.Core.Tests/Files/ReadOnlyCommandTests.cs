namespace KaizenGate.Core.Tests.Files;

/// <summary>Commands that only read write nothing except a cache in git's folder.</summary>
public sealed class ReadOnlyCommandTests : IDisposable
{
    private readonly HostileCheckout checkout;

    public ReadOnlyCommandTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        checkout = new();
    }

    public void Dispose() => checkout.Dispose();

    [Theory]
    [InlineData("check --fail-on never")]
    [InlineData("check --fail-on never --format html")]
    [InlineData("read --explain")]
    [InlineData("list")]
    [InlineData("show A-1")]
    [InlineData("plan")]
    [InlineData("review")]
    [InlineData("report")]
    [InlineData("history")]
    [InlineData("badge")]
    [InlineData("rules")]
    [InlineData("explain KZ201")]
    [InlineData("schema")]
    [InlineData("completion bash")]
    [InlineData("add new --dry-run")]
    [InlineData("fix --diff")]
    [InlineData("archive --days 0 --dry-run")]
    public void Nothing_is_written(string command)
    {
        checkout.Commit();
        var before = checkout.Files();

        checkout.Print(command.Split(' '));

        Assert.Equal(before, checkout.Files());
    }
}
