using System.Runtime.InteropServices;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(KaizenGate.Acceptance.Tests.PackedTool))]

namespace KaizenGate.Acceptance.Tests;

/// <summary>The packages of the tool, packed once for all tests, and the tool installed from them.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    private readonly Scratch scratch = new();

    /// <summary>The runtime identifier of this machine: <c>linux-x64</c>.</summary>
    public static string Platform { get; } = FindPlatform();

    /// <summary>The folder of the packages, used as a feed.</summary>
    public string Feed => scratch.PathOf("feed");

    /// <summary>The path of the installed program.</summary>
    public string Program => scratch.PathOf($"tool/{Names.Command}{(OperatingSystem.IsWindows() ? ".exe" : "")}");

    public string Version { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await PackAsync("--runtime", "any");
        await PackAsync("--runtime", Platform);
        // The package that users install contains no program.
        await PackAsync("-p:NoBuild=true");
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, $"{Names.Package}.any.*.nupkg").Single())[
            $"{Names.Package}.any.".Length..
        ];
        scratch.Write("nuget.config", NuGetConfig());
        (
            await Sdk.RunAsync(scratch, "tool", "install", Names.Package, "--tool-path", scratch.PathOf("tool"))
        ).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A NuGet configuration with only the packed packages.</summary>
    public string NuGetConfig() =>
        new XElement(
            "configuration",
            new XElement(
                "packageSources",
                new XElement("clear"),
                new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", Feed))
            )
        ).ToString();

    /// <summary>Runs the installed program.</summary>
    public Task<Outcome> RunAsync(Scratch folder, params string[] arguments) =>
        Command.RunAsync(Program, arguments, folder.Path, folder.Environment);

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

    private async Task PackAsync(params string[] options) =>
        (
            await Command.RunAsync(
                "dotnet",
                [
                    "pack",
                    Repository.PathOf("src/KaizenGate.Cli"),
                    "--configuration",
                    "Release",
                    "--artifacts-path",
                    Repository.PathOf("artifacts/acceptance"),
                    "--output",
                    Feed,
                    // Background processes would keep the output open.
                    "-nodeReuse:false",
                    "-p:RunAnalyzers=false",
                    "-p:EnforceCodeStyleInBuild=false",
                    "-p:GenerateDocumentationFile=false",
                    "-p:RestoreLockedMode=true",
                    .. options,
                ],
                Repository.Root,
                // The build uses the package sources of this machine.
                Command.OwnEnvironment(CompilerServer.Variables)
            )
        ).MustSucceed();
}
