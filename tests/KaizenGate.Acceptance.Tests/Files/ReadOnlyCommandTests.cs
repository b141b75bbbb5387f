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
    [InlineData("fix --dry-run")]
    [InlineData("fix --diff")]
    [InlineData("plan --commit --dry-run")]
    [InlineData("baseline --dry-run")]
    [InlineData("init --github --gitlab --agents agents --hook --dry-run")]
    [InlineData("hook install --merge-driver --dry-run")]
    [InlineData("agent install claude codex cloud gemini cursor --dry-run")]
    [InlineData("agent uninstall --dry-run")]
    [InlineData("agent log")]
    [InlineData("adopt --yes --dry-run")]
    [InlineData("score A-1 --impact 3 --effort 3 --dry-run --json")]
    [InlineData("start A-1 --dry-run")]
    [InlineData("done A-1 --hours 1 --dry-run")]
    [InlineData("defer A-1 --reason later --dry-run")]
    [InlineData("reject A-1 --reason never --dry-run")]
    [InlineData("edit A-1 --owner Ada --dry-run")]
    [InlineData("archive --days 0 --dry-run")]
    public async Task Nothing_is_written(string command)
    {
        await checkout.CommitAsync();
        var before = checkout.Files();

        await checkout.PrintAsync(command.Split(' '));

        Assert.Equal(before, checkout.Files());
    }
}
