namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The package for MSBuild, packed once from the packed tool, with the package cache and the home of the SDK that all tests share.</summary>
public sealed class PackedMSBuild(PackedTool tool) : IAsyncLifetime
{
    /// <summary>The project of <see cref="RestoredAsync"/>.</summary>
    public const string Project = "shop.csproj";

    private readonly Scratch scratch = new();
    private Consumer? restored;

    /// <summary>The folder with only this package, used as a feed.</summary>
    public string Feed => scratch.PathOf("feed");

    /// <summary>The feed with the packages of the tool.</summary>
    public string ToolFeed => tool.Feed;

    /// <summary>The package cache.</summary>
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
                    "-nodeReuse:false",
                    "-p:RunAnalyzers=false",
                    "-p:EnforceCodeStyleInBuild=false",
                    "-p:GenerateDocumentationFile=false",
                    "-p:RestoreLockedMode=true",
                ],
                Repository.Root,
                Command.OwnEnvironment(CompilerServer.Variables)
            )
        ).MustSucceed();

    /// <summary>The folder of the files that a restore writes for a library with one framework.</summary>
    public async Task<string> RestoredAsync()
    {
        if (restored is null)
        {
            restored = new Consumer(this).Library(Project);
            (await restored.DotNetAsync("restore")).MustSucceed();
        }

        return restored.PathOf("obj");
    }

    public ValueTask DisposeAsync()
    {
        restored?.Dispose();
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>All tests that build with the package, one after the other because a build uses all processors.</summary>
[CollectionDefinition(Name)]
public sealed class Builds : ICollectionFixture<PackedMSBuild>
{
    public const string Name = "builds";
}
