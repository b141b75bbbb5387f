using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Builds without a repository and without a backlog, as in a container.</summary>
[Collection(Builds.Name)]
public sealed class NoRepositoryTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("app")]
    [InlineData("elsewhere")]
    public async Task The_gate_runs_once_for_three_linked_projects(string start)
    {
        WriteProjects();
        Directory.CreateDirectory(consumer.PathOf(start));

        var outcome = await BuildAsync(start);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Equal(1, Consumer.Times(outcome, "error KZ101"));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_backlog_of_another_repository_does_not_count()
    {
        WriteProjects().Write($"other/{Backlogs.File}", Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet", "other");

        var outcome = await BuildAsync("other");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("error KZ101", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_skips_the_gate()
    {
        WriteProjects();
        consumer.Environment["KaizenGateSkip"] = "true";

        var outcome = await BuildAsync(".");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(0, Consumer.Runs(outcome));
    }

    private Consumer WriteProjects() =>
        consumer
            .Library("libs/cart/cart.csproj")
            .Library("libs/stock/stock.csproj")
            .Project(
                "app/app.csproj",
                new XElement(
                    "ItemGroup",
                    Consumer.Reference.Elements(),
                    Project("../libs/cart/cart.csproj"),
                    Project("../libs/stock/stock.csproj")
                )
            );

    private static XElement Project(string path) => new("ProjectReference", new XAttribute("Include", path));

    private Task<Outcome> BuildAsync(string start) =>
        Command.RunAsync(
            "dotnet",
            ["build", consumer.PathOf("app"), "-v:detailed"],
            consumer.PathOf(start),
            consumer.Environment
        );
}
