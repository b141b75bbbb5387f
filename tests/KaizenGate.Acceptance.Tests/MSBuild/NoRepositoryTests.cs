using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Builds without a repository and without a backlog, as in a container.</summary>
public sealed class NoRepositoryTests(NoRepositoryTests.LinkedProjects linked)
    : IClassFixture<NoRepositoryTests.LinkedProjects>
{
    private readonly Consumer consumer = linked.Consumer;

    /// <summary>A restored application with two libraries.</summary>
    public sealed class LinkedProjects(PackedMSBuild packed) : IAsyncLifetime
    {
        public Consumer Consumer { get; } = new Consumer(packed).WithAllProcessors();

        public async ValueTask InitializeAsync()
        {
            Consumer
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
            (await Consumer.DotNetAsync("restore", "app")).MustSucceed();
        }

        public ValueTask DisposeAsync()
        {
            Consumer.Dispose();
            return ValueTask.CompletedTask;
        }

        private static XElement Project(string path) => new("ProjectReference", new XAttribute("Include", path));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("app")]
    [InlineData("elsewhere")]
    public async Task The_gate_runs_once_for_three_linked_projects(string start)
    {
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
        consumer.Write($"other/{Backlogs.File}", Backlogs.Clean);
        await consumer.GitAsync("init", "--quiet", "other");

        var outcome = await BuildAsync("other");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains("error KZ101", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_skips_the_gate()
    {
        var outcome = await BuildAsync(".", skip: "true");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(0, Consumer.Runs(outcome));
    }

    private Task<Outcome> BuildAsync(string start, string skip = "") =>
        Command.RunAsync(
            "dotnet",
            ["build", consumer.PathOf("app"), "--no-restore", "-v:detailed"],
            consumer.PathOf(start),
            new Dictionary<string, string>(consumer.Environment) { ["KaizenGateSkip"] = skip }
        );
}
