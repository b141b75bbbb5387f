using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>
/// A restored solution of four projects with two frameworks each; three projects refer to the fourth, and
/// Directory.Build.props refers to the package.
/// </summary>
public sealed class FourProjects(PackedMSBuild packed) : IAsyncLifetime
{
    public Consumer Consumer { get; } = new Consumer(packed).WithAllProcessors();

    public async ValueTask InitializeAsync()
    {
        Consumer
            .Write("Directory.Build.props", new XElement("Project", Consumer.Reference).ToString())
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange)
            .Project("src/Base/Base.csproj", null, "TargetFrameworks=net10.0;net9.0");
        foreach (var name in new[] { "Cart", "Orders", "Stock" })
        {
            Consumer.Project(
                $"src/{name}/{name}.csproj",
                new XElement(
                    "ItemGroup",
                    new XElement("ProjectReference", new XAttribute("Include", "../Base/Base.csproj"))
                ),
                "TargetFrameworks=net10.0;net9.0"
            );
        }

        await Consumer.GitAsync("init", "--quiet");
        string[] names = ["Base", "Cart", "Orders", "Stock"];
        Consumer.Solution(names.Select(name => $"src/{name}/{name}.csproj"));
        (await Consumer.DotNetAsync("restore")).MustSucceed();
    }

    public ValueTask DisposeAsync()
    {
        Consumer.Dispose();
        return ValueTask.CompletedTask;
    }
}
