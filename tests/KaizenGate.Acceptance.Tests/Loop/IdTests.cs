using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary>The id that <c>add</c> assigns is free on every branch, or random if the settings say so.</summary>
public sealed class IdTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_prefix_comes_from_the_settings()
    {
        scratch.Write("kaizen.json", """{ "idPrefix": "OPS" }""");

        Assert.Equal("OPS-001", (await AddAsync("Sign the packages")).MustSucceed().Text);
        Assert.Equal("OPS-002", (await AddAsync("Log less")).MustSucceed().Text);
    }

    [Fact]
    public async Task Random_ids_are_not_consecutive()
    {
        scratch.Write("kaizen.json", """{ "ids": "random" }""");

        var first = (await AddAsync("Sign the packages")).MustSucceed().Text;
        var second = (await AddAsync("Log less")).MustSucceed().Text;

        Assert.Matches("^IMP-[0-9]{9}$", first);
        Assert.Matches("^IMP-[0-9]{9}$", second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task An_id_on_another_branch_is_not_reused()
    {
        using var repository = (await GitRepository.CreateAsync()).Write("IMPROVEMENTS.md", Samples.Good);
        await repository.GitAsync("add", "--all");
        await repository.GitAsync("commit", "--quiet", "--message", "begin");
        await repository.GitAsync("checkout", "--quiet", "-b", "other");
        Assert.Equal("IMP-003", (await AddAsync(repository, "Sign the packages")).MustSucceed().Text);
        await repository.GitAsync("commit", "--quiet", "--all", "--message", "capture");
        await repository.GitAsync("checkout", "--quiet", "main");

        Assert.Equal("IMP-004", (await AddAsync(repository, "Log less")).MustSucceed().Text);
    }

    private Task<Outcome> AddAsync(GitRepository repository, string title) =>
        Command.RunAsync(tool.Program, ["add", title], repository.Folder, repository.Environment);

    private Task<Outcome> AddAsync(string title) => tool.RunAsync(scratch, "add", title);
}
