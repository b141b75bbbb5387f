using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>The package has the portable program; a native one of the same version is used if the machine has it.</summary>
public sealed class FallbackTests(PackedTool tool, PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData]
    [InlineData("-p:KaizenGatePlatform=any")]
    [InlineData("-p:KaizenGatePlatform=plan9-mips")]
    public async Task Without_a_native_program_the_portable_one_runs(params string[] options)
    {
        await consumer.RestoredLibraryAsync(".");
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.CheckAsync(".", ["-v:detailed", .. options]);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("tools/any/dotnet-kaizen.dll\" \"check\"", Slashes(outcome), StringComparison.Ordinal);
        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_native_program_of_a_local_tool_runs()
    {
        WithTools().Library("shop.csproj");
        consumer.Write(".config/dotnet-tools.json", """{ "version": 1, "isRoot": true, "tools": {} }""");
        (await consumer.DotNetAsync("tool", "install", Names.Package)).MustSucceed();

        await ExpectNativeAsync(consumer.PathOf(".packages"));
    }

    [Fact]
    public async Task The_native_program_of_a_global_tool_runs()
    {
        WithTools().Library("shop.csproj");
        consumer.Environment["DOTNET_CLI_HOME"] = consumer.PathOf(".home");
        (await consumer.DotNetAsync("tool", "install", "--global", Names.Package)).MustSucceed();

        await ExpectNativeAsync(consumer.PathOf(".home/.dotnet/tools/.store"));
    }

    [Fact]
    public async Task The_native_program_of_a_downloaded_package_runs()
    {
        WithTools()
            .Library("shop.csproj")
            .Write(
                "Directory.Build.props",
                new XElement(
                    "Project",
                    new XElement(
                        "ItemGroup",
                        new XElement(
                            "PackageDownload",
                            new XAttribute("Include", $"{Names.Package}.$(NETCoreSdkPortableRuntimeIdentifier)"),
                            new XAttribute("Version", $"[{packed.Version}]")
                        )
                    )
                ).ToString()
            );

        await ExpectNativeAsync(consumer.PathOf(".packages"));
    }

    /// <summary>Adds the packages of the tool to the feed, and takes an own package folder.</summary>
    private Consumer WithTools()
    {
        consumer.Environment["NUGET_PACKAGES"] = consumer.PathOf(".packages");
        return consumer
            .Write(Backlogs.File, Backlogs.Clean)
            .Write(
                "nuget.config",
                new XElement(
                    "configuration",
                    new XElement(
                        "packageSources",
                        new XElement("clear"),
                        Source("packed", packed.Feed),
                        Source("tools", tool.Feed)
                    )
                ).ToString()
            );

        static XElement Source(string key, string value) =>
            new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    private async Task ExpectNativeAsync(string folder)
    {
        var outcome = await consumer.DotNetAsync("build", "-v:detailed");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Matches(
            $"{folder.Replace('\\', '/')}/.*/tools/any/{PackedTool.Platform}/{Names.Command}",
            Slashes(outcome).Split('\n').Single(line => line.Contains("\"--format=msbuild\"", StringComparison.Ordinal))
        );
    }

    private static string Slashes(Outcome outcome) => outcome.Output.Replace('\\', '/');
}
