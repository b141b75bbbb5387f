using System.Text.Json.Nodes;

namespace KaizenGate.Core.Tests.Style;

/// <summary>The packages contain the notices of the code that is linked into the programs.</summary>
public sealed class NoticesTests
{
    /// <summary>Build tools, which are in no package.</summary>
    private static readonly string[] BuildTools = ["Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks"];

    [Fact]
    public void Every_dependency_of_the_tool_has_a_notice()
    {
        var notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.txt"));
        var locked = JsonNode.Parse(File.ReadAllText(Repository.PathOf("src/KaizenGate.Cli/packages.lock.json")))!;
        var dependencies = locked["dependencies"]!["net10.0"]!
            .AsObject()
            .Where(one => (string?)one.Value!["type"] != "Project")
            .Select(one => one.Key)
            .Except(BuildTools)
            .ToArray();

        Assert.Contains("Markdig", dependencies);
        Assert.All(dependencies, name => Assert.Contains(name, notices, StringComparison.Ordinal));
    }
}
