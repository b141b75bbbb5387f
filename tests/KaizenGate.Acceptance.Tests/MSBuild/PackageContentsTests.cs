using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

public sealed class PackageContentsTests(PackedMSBuild packed)
{
    [Fact]
    public void The_package_contains_the_tasks_the_targets_and_the_portable_program()
    {
        string[] expected =
        [
            "build/KaizenGate.MSBuild.props",
            "build/KaizenGate.MSBuild.targets",
            "build/KaizenGate.proj",
            "build/KaizenGate/dirs.proj",
            "buildMultiTargeting/KaizenGate.MSBuild.props",
            "buildMultiTargeting/KaizenGate.MSBuild.targets",
            "buildTransitive/KaizenGate.MSBuild.props",
            "buildTransitive/KaizenGate.MSBuild.targets",
            "icon.png",
            "LICENSE",
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
            "tasks/netstandard2.0/KaizenGate.MSBuild.dll",
            "tools/any/dotnet-kaizen.deps.json",
            "tools/any/dotnet-kaizen.dll",
            "tools/any/dotnet-kaizen.runtimeconfig.json",
            "tools/any/KaizenGate.Core.dll",
            "tools/any/Markdig.dll",
            "tools/any/Microsoft.Extensions.AI.Abstractions.dll",
            "tools/any/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
            "tools/any/Microsoft.Extensions.FileSystemGlobbing.dll",
            "tools/any/Microsoft.Extensions.Logging.Abstractions.dll",
            "tools/any/ModelContextProtocol.Core.dll",
            "tools/any/System.CommandLine.dll",
            "tools/any/System.IO.Hashing.dll",
            "tools/any/Wcwidth.dll",
            "tools/any/YamlDotNet.dll",
        ];

        Assert.Equal(expected.Order(StringComparer.OrdinalIgnoreCase), Nupkg.Contents(packed.Package));
    }

    [Fact]
    public void The_package_is_small() => Assert.InRange(new FileInfo(packed.Package).Length, 1, 3_300_000);

    [Fact]
    public void The_package_is_a_development_dependency_without_dependencies()
    {
        var specification = XDocument.Parse(Nupkg.Text(packed.Package, "KaizenGate.MSBuild.nuspec"));

        Assert.Equal("true", Element("developmentDependency"));
        Assert.Equal("MIT", Element("license"));
        Assert.DoesNotContain(specification.Descendants(), element => element.Name.LocalName == "dependency");

        string? Element(string name) =>
            specification.Descendants().Single(element => element.Name.LocalName == name).Value;
    }
}
