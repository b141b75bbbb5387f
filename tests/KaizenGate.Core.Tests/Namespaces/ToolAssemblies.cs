namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>The assemblies of the tool, built in the same configuration as these tests.</summary>
internal static class ToolAssemblies
{
    public static IReadOnlyList<string> Paths { get; } =
    [Path.Join(Folder(), "KaizenGate.Core.dll"), Path.Join(Folder(), "dotnet-kaizen.dll")];

    private static string Folder()
    {
        var own = Repository.PathOf("tests", "KaizenGate.Core.Tests");
        return Repository.PathOf("src", "KaizenGate.Cli") + AppContext.BaseDirectory[own.Length..];
    }
}
