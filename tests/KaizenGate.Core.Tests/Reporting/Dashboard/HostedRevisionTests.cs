using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

public sealed class HostedRevisionTests
{
    [Fact]
    public void Azure_names_the_repository_the_commit_and_the_branch() =>
        Assert.Equal(
            new HostedRevision("https://dev.azure.com/org/p/_git/r", "1a2b", "main", null),
            HostedRevision.Of(
                new Dictionary<string, string>
                {
                    ["TF_BUILD"] = "True",
                    ["BUILD_REPOSITORY_URI"] = "https://org@dev.azure.com/org/p/_git/r",
                    ["BUILD_SOURCEVERSION"] = "1a2b",
                    ["BUILD_SOURCEBRANCHNAME"] = "main",
                }
            )
        );

    [Fact]
    public void Bitbucket_names_the_repository_and_the_commit() =>
        Assert.Equal(
            new HostedRevision("http://bitbucket.org/o/r", "1a2b", null, "http://bitbucket.org/o/r/src/1a2b/"),
            HostedRevision.Of(
                new Dictionary<string, string>
                {
                    ["BITBUCKET_BUILD_NUMBER"] = "7",
                    ["BITBUCKET_GIT_HTTP_ORIGIN"] = "http://bitbucket.org/o/r",
                    ["BITBUCKET_COMMIT"] = "1a2b",
                }
            )
        );

    [Theory]
    [InlineData("https://user:secret@gitlab.example/g/p", "https://gitlab.example/g/p")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("git@gitlab.example:g/p.git", null)]
    [InlineData("/srv/p", null)]
    public void Only_addresses_of_the_web_are_used_and_without_credentials(string address, string? expected) =>
        Assert.Equal(
            expected,
            HostedRevision
                .Of(
                    new Dictionary<string, string>
                    {
                        ["GITLAB_CI"] = "true",
                        ["CI_PROJECT_URL"] = address,
                        ["CI_COMMIT_SHA"] = "1a2b",
                    }
                )
                ?.Repository
        );
}
