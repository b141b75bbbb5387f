using System.IO.Compression;
using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests;

public sealed class PackageTests(PackedTool tool)
{
    [Fact]
    public void The_native_package_contains_the_program_without_debug_symbols()
    {
        var program = OperatingSystem.IsWindows() ? "dotnet-kaizen.exe" : "dotnet-kaizen";

        Assert.Equal(
            [
                "icon.png",
                "LICENSE",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                $"tools/any/{PackedTool.Platform}/{program}",
                $"tools/any/{PackedTool.Platform}/DotnetToolSettings.xml",
            ],
            Contents($"{Names.Package}.{PackedTool.Platform}")
        );
    }

    [Fact]
    public void The_native_program_has_a_fixed_address_on_Linux()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the loader of other systems needs no relocations");
        using var package = ZipFile.OpenRead(
            Directory.GetFiles(tool.Feed, $"{Names.Package}.{PackedTool.Platform}.*.nupkg").Single()
        );
        using var program = package.GetEntry($"tools/any/{PackedTool.Platform}/{Names.Command}")!.Open();
        var header = new byte[18];
        program.ReadExactly(header);

        Assert.Equal("\u007fELF"u8, header.AsSpan(0, 4));
        // The type of an ELF file: 2 is an executable with a fixed address, 3 a position-independent one.
        Assert.Equal(2, BitConverter.ToUInt16(header, 16));
    }

    [Fact]
    public void The_portable_package_contains_only_the_assemblies()
    {
        Assert.Equal(
            [
                "icon.png",
                "LICENSE",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "tools/net10.0/any/dotnet-kaizen.deps.json",
                "tools/net10.0/any/dotnet-kaizen.dll",
                "tools/net10.0/any/dotnet-kaizen.runtimeconfig.json",
                "tools/net10.0/any/DotnetToolSettings.xml",
                "tools/net10.0/any/KaizenGate.Core.dll",
                "tools/net10.0/any/Markdig.dll",
                "tools/net10.0/any/Microsoft.Extensions.AI.Abstractions.dll",
                "tools/net10.0/any/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
                "tools/net10.0/any/Microsoft.Extensions.FileSystemGlobbing.dll",
                "tools/net10.0/any/Microsoft.Extensions.Logging.Abstractions.dll",
                "tools/net10.0/any/ModelContextProtocol.Core.dll",
                "tools/net10.0/any/System.CommandLine.dll",
                "tools/net10.0/any/System.IO.Hashing.dll",
                "tools/net10.0/any/Wcwidth.dll",
                "tools/net10.0/any/YamlDotNet.dll",
            ],
            Contents($"{Names.Package}.any")
        );
    }

    [Fact]
    public void The_pointer_package_lists_one_package_per_platform()
    {
        using var package = Open(Names.Package);
        using var stream = package.GetEntry("tools/any/any/DotnetToolSettings.xml")!.Open();

        var settings = XDocument.Load(stream);

        Assert.Equal(
            [
                "any",
                "linux-arm64",
                "linux-musl-arm64",
                "linux-musl-x64",
                "linux-x64",
                "osx-arm64",
                "osx-x64",
                "win-arm64",
                "win-x64",
            ],
            settings
                .Descendants("RuntimeIdentifierPackage")
                .Select(platform => (string)platform.Attribute("RuntimeIdentifier")!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("dotnet-kaizen", (string?)settings.Descendants("Command").Single().Attribute("Name"));
    }

    [Fact]
    public void The_program_is_small()
    {
        using var package = Open($"{Names.Package}.{PackedTool.Platform}");

        Assert.InRange(package.Entries.Max(entry => entry.Length), 1_000_000, 35_000_000);
    }

    private string[] Contents(string id)
    {
        using var package = Open(id);
        return
        [
            .. package
                .Entries.Select(entry => entry.FullName)
                // Every package contains these.
                .Where(name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && !name.EndsWith(".nuspec", StringComparison.Ordinal)
                    && name != "[Content_Types].xml"
                )
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(tool.Feed, $"{id}.{tool.Version}.nupkg"));
}
