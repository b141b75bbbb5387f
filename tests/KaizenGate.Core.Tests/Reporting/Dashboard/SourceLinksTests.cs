using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

public sealed class SourceLinksTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-").FullName;

    private Workspace Repository
    {
        get
        {
            Directory.CreateDirectory(Path.Join(folder, ".git"));
            Directory.CreateDirectory(Path.Join(folder, "team"));
            return new(Path.Join(folder, "team"));
        }
    }

    [Fact]
    public void On_GitHub_links_lead_to_the_commit() =>
        Assert.Equal(
            "https://github.com/o/r/blob/1a2b/",
            SourceLinks.BaseOf(
                new Dictionary<string, string>
                {
                    ["GITHUB_ACTIONS"] = "true",
                    ["GITHUB_SERVER_URL"] = "https://github.com",
                    ["GITHUB_REPOSITORY"] = "o/r",
                    ["GITHUB_SHA"] = "1a2b",
                },
                Repository,
                null
            )
        );

    [Fact]
    public void On_GitLab_links_lead_to_the_commit() =>
        Assert.Equal(
            "https://gitlab.example/g/p/-/blob/1a2b/",
            SourceLinks.BaseOf(
                new Dictionary<string, string>
                {
                    ["GITLAB_CI"] = "true",
                    ["CI_PROJECT_URL"] = "https://gitlab.example/g/p",
                    ["CI_COMMIT_SHA"] = "1a2b",
                },
                Repository,
                null
            )
        );

    [Theory]
    [InlineData("report.html", "")]
    [InlineData("out/report.html", "../")]
    [InlineData("out/deep/report.html", "../../")]
    public void Elsewhere_links_are_relative_to_the_page(string page, string way) =>
        Assert.Equal(way, SourceLinks.BaseOf(new Dictionary<string, string>(), Repository, Path.Join(folder, page)));

    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITHUB_SERVER_URL")]
    [InlineData("GITHUB_REPOSITORY")]
    [InlineData("GITHUB_SHA")]
    public void A_link_to_GitHub_needs_all_variables(string empty) =>
        Assert.Null(
            SourceLinks.BaseOf(
                new Dictionary<string, string>
                {
                    ["GITHUB_ACTIONS"] = "true",
                    ["GITHUB_SERVER_URL"] = "https://github.com",
                    ["GITHUB_REPOSITORY"] = "o/r",
                    ["GITHUB_SHA"] = "1a2b",
                    [empty] = "",
                },
                Repository,
                null
            )
        );

    [Theory]
    [InlineData("GITLAB_CI")]
    [InlineData("CI_PROJECT_URL")]
    [InlineData("CI_COMMIT_SHA")]
    public void A_link_to_GitLab_needs_all_variables(string empty) =>
        Assert.Null(
            SourceLinks.BaseOf(
                new Dictionary<string, string>
                {
                    ["GITLAB_CI"] = "true",
                    ["CI_PROJECT_URL"] = "https://gitlab.example/g/p",
                    ["CI_COMMIT_SHA"] = "1a2b",
                    [empty] = "",
                },
                Repository,
                null
            )
        );

    [Fact]
    public void A_page_on_standard_output_has_no_links() =>
        Assert.Null(SourceLinks.BaseOf(new Dictionary<string, string>(), Repository, null));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
