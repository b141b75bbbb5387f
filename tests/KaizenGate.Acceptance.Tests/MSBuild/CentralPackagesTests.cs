using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>With central package management, one <c>GlobalPackageReference</c> is enough.</summary>
public sealed class CentralPackagesTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_global_reference_runs_the_gate_once()
    {
        consumer
            .Write(
                "Directory.Packages.props",
                new XElement(
                    "Project",
                    new XElement("PropertyGroup", new XElement("ManagePackageVersionsCentrally", "true")),
                    new XElement(
                        "ItemGroup",
                        new XElement(
                            "GlobalPackageReference",
                            new XAttribute("Include", Names.MSBuildPackage),
                            new XAttribute("Version", packed.Version)
                        )
                    )
                ).ToString()
            )
            .Project("one/one.csproj", null)
            .Project("two/two.csproj", null, "TargetFrameworks=net10.0;net9.0")
            .Solution("one/one.csproj", "two/two.csproj")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        await consumer.GitAsync("init", "--quiet");

        var outcome = await consumer.DotNetAsync("build", "-v:detailed");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(consumer.PathOf(Backlogs.Fault), outcome.Output, StringComparison.Ordinal);
    }
}
