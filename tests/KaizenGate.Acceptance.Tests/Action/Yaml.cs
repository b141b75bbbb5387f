using YamlDotNet.RepresentationModel;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Reads YAML.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string path) => Parse(File.ReadAllText(path));

    public static YamlMappingNode Parse(string text)
    {
        using var reader = new StringReader(text);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <summary>The value of a key; null if there is none.</summary>
    public static YamlNode? Get(this YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The string of a key; empty if there is none.</summary>
    public static string Text(this YamlNode node, string key) => (node.Get(key) as YamlScalarNode)?.Value ?? "";

    /// <summary>The entries of a map of strings; empty if there is none.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(this YamlNode? node) =>
        node is YamlMappingNode map
            ? map.Children.Select(pair =>
                (((YamlScalarNode)pair.Key).Value!, (pair.Value as YamlScalarNode)?.Value ?? "")
            )
            : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) =>
        node is YamlSequenceNode list ? list.Children : [];

    /// <summary>The keys of a map; empty if there is none.</summary>
    public static IEnumerable<string> Keys(this YamlNode? node) => node.Pairs().Select(pair => pair.Key);
}
