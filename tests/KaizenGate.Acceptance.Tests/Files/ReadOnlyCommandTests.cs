namespace KaizenGate.Acceptance.Tests.Files;

/// <summary>Commands that only read write nothing except a cache in git's folder.</summary>
public sealed class ReadOnlyCommandTests(PackedTool tool) : IAsyncLifetime
{
    private HostileCheckout checkout = null!;

    public async ValueTask InitializeAsync() => checkout = await HostileCheckout.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        checkout?.Dispose();
        return ValueTask.CompletedTask;
    }

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
    public async Task Nothing_is_written(string command)
    {
        await checkout.CommitAsync();
        var before = checkout.Files();

        await checkout.PrintAsync(command.Split(' '));

        Assert.Equal(before, checkout.Files());
    }
}
