namespace KaizenGate.Acceptance.Tests.History;

public sealed class HostileRevisionTests(PackedTool tool)
{
    [Theory]
    [InlineData("--since=--output=x")]
    [InlineData("--since=-x")]
    [InlineData("--since=--upload-pack=touch x")]
    [InlineData("--since", "")]
    [InlineData("--since", " ")]
    [InlineData("--since", "$(touch x)")]
    [InlineData("--since", "`touch x`")]
    [InlineData("--since", "main;touch x")]
    [InlineData("--since", "main\nx")]
    [InlineData("--since", "no-such-branch")]
    [InlineData("--since", "HEAD:IMPROVEMENTS.md")]
    [InlineData("--since", "main..HEAD")]
    [InlineData("--since", "^main")]
    public async Task A_revision_that_is_not_a_commit_is_refused(params string[] options)
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");

        var outcome = await repository.CheckAsync(tool, options);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("--since", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            [".git", "IMPROVEMENTS.md"],
            Directory.EnumerateFileSystemEntries(repository.Folder).Select(Path.GetFileName).Order()
        );
    }

    [Theory]
    [InlineData("--since=main", "--staged", "cannot be used together")]
    [InlineData("--no-history", "--require-history", "cannot be used together")]
    [InlineData("--since", "--staged", "--since")]
    public async Task Contradicting_options_are_refused(string one, string other, string message)
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.Write("IMPROVEMENTS.md", Samples.Good).CommitAsync("2026-02-20");

        var outcome = await repository.CheckAsync(tool, one, other);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }
}
