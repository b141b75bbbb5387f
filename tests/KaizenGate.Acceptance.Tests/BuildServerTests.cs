namespace KaizenGate.Acceptance.Tests;

public sealed class BuildServerTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.WrongScore);

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", "\n::error file=IMPROVEMENTS.md,line=9,")]
    [InlineData("TF_BUILD", "True", "\n##vso[task.logissue type=error;sourcepath=IMPROVEMENTS.md;linenumber=9;")]
    [InlineData("TEAMCITY_VERSION", "2026.1", "\n##teamcity[")]
    public async Task Annotations_in_the_format_of_the_build_server_follow_the_text(
        string variable,
        string value,
        string annotation
    )
    {
        scratch.With(variable, value);

        var outcome = await CheckAsync();

        Assert.StartsWith("IMPROVEMENTS.md:9:23 error KZ203", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(annotation, outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-annotations")]
    [InlineData("--format=json")]
    public async Task Annotations_can_be_turned_off_and_are_not_added_to_other_formats(string option)
    {
        var plain = await CheckAsync(option);
        scratch.With("GITHUB_ACTIONS", "true");

        Assert.Equal(plain.Output, (await CheckAsync(option)).Output);
    }

    [Fact]
    public async Task GitLab_gets_no_annotations()
    {
        var plain = await CheckAsync();
        scratch.With("GITLAB_CI", "true");

        Assert.Equal(plain.Output, (await CheckAsync()).Output);
    }

    private Task<Outcome> CheckAsync(params string[] options) =>
        tool.RunAsync(scratch, ["check", "--as-of", Samples.AsOf, .. options]);
}
