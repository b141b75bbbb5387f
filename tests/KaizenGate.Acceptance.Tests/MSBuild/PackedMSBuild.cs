[assembly: AssemblyFixture(typeof(KaizenGate.Acceptance.Tests.MSBuild.PackedMSBuild))]

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The package for MSBuild, packed once from the portable tool, with the package cache and the home of the SDK that all tests share.</summary>
public sealed class PackedMSBuild : IAsyncLifetime
{
    /// <summary>The project of <see cref="RestoredAsync"/>.</summary>
    public const string Project = "shop.csproj";

    private readonly Scratch scratch = new();
    private readonly Lazy<Task<Consumer>> restored;

    public PackedMSBuild() => restored = new(RestoreAsync);

    /// <summary>The folder with only this package, used as a feed.</summary>
    public string Feed => scratch.PathOf("feed");

    /// <summary>The package cache.</summary>
    public string Packages => scratch.PathOf("packages");

    /// <summary>The home of the SDK.</summary>
    public string Home => scratch.PathOf("home");

    public string Version { get; private set; } = "";

    public string Package => Path.Combine(Feed, $"{Names.MSBuildPackage}.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        Version = await PortableTool.VersionAsync();
        await Packing.PackAsync("src/KaizenGate.MSBuild", Feed, $"-p:ToolPackages={PortableTool.Feed}");
    }

    /// <summary>The folder of the files that a restore writes for a library with one framework.</summary>
    public async Task<string> RestoredAsync() => (await restored.Value).PathOf("obj");

    public async ValueTask DisposeAsync()
    {
        await MSBuildServer.EndAsync();
        if (restored.IsValueCreated)
        {
            (await restored.Value).Dispose();
        }

        scratch.Dispose();
    }

    private async Task<Consumer> RestoreAsync()
    {
        var consumer = new Consumer(this).Library(Project);
        (await consumer.DotNetAsync("restore")).MustSucceed();
        return consumer;
    }
}
