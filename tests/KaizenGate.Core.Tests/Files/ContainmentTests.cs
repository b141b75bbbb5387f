using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Files;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Files;

/// <summary>What a repository supplies is inside of it, after links are resolved.</summary>
public sealed class ContainmentTests : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly string repository;

    public ContainmentTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        repository = scratch.PathOf("repository");
        scratch.With("outside/secret.md", "repository/.git/HEAD", "repository/team/IMPROVEMENTS.md");
        Link("link.md", "../outside/secret.md");
        Link("dangling.md", "../outside/new.md");
        Link("folder", "../outside");
        Link("absolute.md", scratch.PathOf("outside/secret.md"));
        Link("chain.md", "link.md");
        Link("inside.md", "team/IMPROVEMENTS.md");
    }

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("team/IMPROVEMENTS.md")]
    [InlineData("team/new/../new.md")]
    [InlineData("inside.md")]
    public void A_path_inside_is_returned(string path)
    {
        var full = Full(path);

        Assert.Equal(full, new Containment(repository).Supplied(full, repository, "`archive`"));
        Assert.Equal(full, new Containment(Full("team")).Supplied(full, Full("team"), "`archive`"));
        Assert.Equal(full, new Containment(repository).Given(full, "--output"));
    }

    [Theory]
    [InlineData("link.md")]
    [InlineData("dangling.md")]
    [InlineData("folder/secret.md")]
    [InlineData("folder/new.md")]
    [InlineData("absolute.md")]
    [InlineData("chain.md")]
    public void A_link_that_leads_out_is_refused_whoever_names_it(string path)
    {
        var contained = new Containment(repository);

        var supplied = Assert.Throws<InputException>(() => contained.Supplied(Full(path), repository, "`archive`"));
        var given = Assert.Throws<InputException>(() => contained.Given(Full(path), "--output"));

        Assert.StartsWith(
            "`archive` leads out of the repository, to ",
            supplied.Error.Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith("--output leads out of the repository, to ", given.Error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Replace the symbolic link", given.Error.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside/secret.md")]
    [InlineData("../repository-2/IMPROVEMENTS.md")]
    [InlineData("/etc/passwd")]
    public void Only_a_person_may_name_a_path_outside(string path)
    {
        var contained = new Containment(repository);

        Assert.Throws<InputException>(() => contained.Supplied(Full(path), repository, "`archive`"));
        Assert.Equal(Full(path), contained.Given(Full(path), "--output"));
    }

    [Fact]
    public void Without_a_repository_the_folder_of_the_file_is_the_limit()
    {
        var folder = scratch.PathOf("outside");
        var contained = new Containment(folder);

        Assert.True(contained.IsSupplied(scratch.PathOf("outside/below/a.md"), folder));
        Assert.False(contained.IsSupplied(scratch.PathOf("repository/team/IMPROVEMENTS.md"), folder));
    }

    [Fact]
    public void A_backlog_of_another_repository_may_name_only_files_there()
    {
        var other = scratch.With("other/.git/HEAD", "other/IMPROVEMENTS.md").PathOf("other/IMPROVEMENTS.md");
        var contained = new Containment(repository);

        Assert.True(contained.IsSupplied(scratch.PathOf("other/archive.md"), other));
        Assert.False(contained.IsSupplied(Full("team/IMPROVEMENTS.md"), other));
    }

    private string Full(string path) => Path.GetFullPath(path, repository);

    private void Link(string path, string target) => File.CreateSymbolicLink(Full(path), target);
}
