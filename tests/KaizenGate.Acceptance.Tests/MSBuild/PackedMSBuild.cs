namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The package for MSBuild, packed once from the packed tools, and what every scenario shares of a stranger's machine.</summary>
public sealed class PackedMSBuild(PackedTool tool) : IAsyncLifetime
{
    private readonly Scratch scratch = new();

    /// <summary>The folder that holds the package and nothing else; it serves as a feed.</summary>
    public string Feed => scratch.PathOf("feed");

    /// <summary>The private cache of packages.</summary>
    public string Packages => scratch.PathOf("packages");

    /// <summary>The home of the SDK.</summary>
    public string Home => scratch.PathOf("home");

    public string Version => tool.Version;

    public string Package => Path.Combine(Feed, $"{Names.MSBuildPackage}.{Version}.nupkg");

    public async ValueTask InitializeAsync() =>
        (
            await Command.RunAsync(
                "dotnet",
                [
                    "pack",
                    Repository.PathOf("src/KaizenGate.MSBuild"),
                    "--configuration",
                    "Release",
                    "--artifacts-path",
                    Repository.PathOf("artifacts/acceptance"),
                    "--output",
                    Feed,
                    $"-p:ToolPackages={tool.Feed}",
                    $"-p:RequiredPlatforms={PackedTool.Platform}",
                    "-nodeReuse:false",
                    "-p:RunAnalyzers=false",
                    "-p:RestoreLockedMode=true",
                ],
                Repository.Root,
                Command.OwnEnvironment(CompilerServer.Variables)
            )
        ).MustSucceed();

    public ValueTask DisposeAsync()
    {
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>All that builds with the package, one after the other: a build takes all processors there are.</summary>
[CollectionDefinition(Name)]
public sealed class Builds : ICollectionFixture<PackedMSBuild>
{
    public const string Name = "builds";
}
