using System.Runtime.InteropServices;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(KaizenGate.Acceptance.Tests.PackedTool))]

namespace KaizenGate.Acceptance.Tests;

/// <summary>
/// The packages of the tool, packed once for all tests, and the tool installed from them. The native compiler takes most of the time and not
/// all processors, so other tests run meanwhile: a test waits for the tool when it asks for it.
/// </summary>
public sealed class PackedTool : IAsyncLifetime
{
    /// <summary>The project that is packed.</summary>
    public const string Project = "src/KaizenGate.Cli";

    private readonly Scratch scratch = new();
    private Task<string> installing = Task.FromResult("");

    /// <summary>The runtime identifier of this machine: <c>linux-x64</c>.</summary>
    public static string Platform { get; } = FindPlatform();

    /// <summary>The folder of the packages, used as a feed.</summary>
    public string Feed => Installed(PortableTool.Feed);

    /// <summary>The home of the SDK that has the tool as a global one.</summary>
    public string Home => Installed(scratch.PathOf(".home"));

    /// <summary>The path of the installed program.</summary>
    public string Program =>
        Path.Join(Home, ".dotnet/tools", $"{Names.Command}{(OperatingSystem.IsWindows() ? ".exe" : "")}");

    public string Version => installing.GetAwaiter().GetResult();

    public ValueTask InitializeAsync()
    {
        installing = InstallAsync();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        // A failure is reported by the tests that need the tool.
        await ((Task)installing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        scratch.Dispose();
        PortableTool.Delete();
    }

    /// <summary>A NuGet configuration with only the packed packages.</summary>
    public string NuGetConfig() => Configuration(Feed);

    /// <summary>Runs the installed program.</summary>
    public async Task<Outcome> RunAsync(Scratch folder, params string[] arguments)
    {
        await installing;
        return await Command.RunAsync(Program, arguments, folder.Path, folder.Environment);
    }

    /// <summary>Waits until the tool is installed.</summary>
    private string Installed(string path)
    {
        installing.GetAwaiter().GetResult();
        return path;
    }

    /// <summary>Packs and installs the tool.</summary>
    /// <returns>Its version.</returns>
    private async Task<string> InstallAsync()
    {
        var version = await PortableTool.VersionAsync();
        await Packing.PackAsync(Project, PortableTool.Feed, "--runtime", Platform);
        // The package that users install contains no program.
        await Packing.PackAsync(Project, PortableTool.Feed, "-p:NoBuild=true");
        scratch.Write("nuget.config", Configuration(PortableTool.Feed));
        (await Sdk.RunAsync(scratch, "tool", "install", "--global", Names.Package)).MustSucceed();
        return version;
    }

    private static string Configuration(string feed) =>
        new XElement(
            "configuration",
            new XElement(
                "packageSources",
                new XElement("clear"),
                new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", feed))
            )
        ).ToString();

    // The runtime may identify the platform by the name of a distribution.
    private static string FindPlatform()
    {
        var system =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
