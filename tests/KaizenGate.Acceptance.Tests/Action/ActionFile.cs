using YamlDotNet.RepresentationModel;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The action as GitHub reads it.</summary>
internal static class ActionFile
{
    public static YamlMappingNode Root { get; } = Yaml.Read(Repository.PathOf("action.yml"));

    /// <summary>The inputs with their defaults.</summary>
    public static IReadOnlyDictionary<string, string> Inputs { get; } =
        Root.Get("inputs").Keys().ToDictionary(name => name, name => Root.Get("inputs")!.Get(name)!.Text("default"));

    /// <summary>The outputs with their expressions.</summary>
    public static IReadOnlyDictionary<string, string> Outputs { get; } =
        Root.Get("outputs").Keys().ToDictionary(name => name, name => Root.Get("outputs")!.Get(name)!.Text("value"));

    public static IReadOnlyList<YamlNode> Steps { get; } = [.. Root.Get("runs")!.Get("steps").Items()];
}
