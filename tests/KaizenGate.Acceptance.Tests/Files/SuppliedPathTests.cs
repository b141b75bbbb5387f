using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.Files;

/// <summary>No path that a repository supplies, in its settings or as a link, leads the tool out of it.</summary>
public sealed partial class SuppliedPathTests(PackedTool tool) : IAsyncLifetime
{
    /// <summary>The settings that name files, with a command that uses each. PATH is a path without its extension.</summary>
    private static readonly ImmutableArray<(string Key, string Settings, string Command)> Paths =
    [
        ("archive", """{"archive":"PATH.md"}""", "archive --days 0"),
        ("backlogs", """{"backlogs":["PATH.md"]}""", "list"),
        ("baseline", """{"baseline":"PATH.json"}""", "baseline"),
        ("extends", """{"extends":["PATH.json"]}""", "check"),
        ("metrics.*.source", """{"metrics":{"m":{"better":"lower","source":"PATH.csv"}}}""", "metric record m 5"),
        (
            "metrics.*.measure",
            """{"metrics":{"m":{"better":"lower","source":"m.csv","measure":"junit:PATH.csv#tests"}}}""",
            "metric record --all"
        ),
    ];

    /// <summary>The other texts in the settings. A new key must be added here or above.</summary>
    private static readonly string[] Texts =
    [
        "$schema",
        "backlogs.github",
        "backlogs.gitlab",
        "backlogs.host",
        "backlogs.labels",
        "fields.*",
        "idPrefix",
        "maxFileSize",
        "metrics.*.unit",
        "reading.ignore",
        "scoring.formula",
    ];

    /// <summary>The options and arguments that name files, with a command line for each; LINK leads out. A new one must be added here.</summary>
    private static readonly ImmutableArray<(string Option, string Command)> Options =
    [
        ("PATH", "check LINK.md"),
        ("--backlog PATH", "add new --backlog LINK.md"),
        ("--config PATH", "check --config LINK.json"),
        ("--output PATH", "badge --output LINK.md"),
        ("--report FORMAT=PATH", "check --report sarif=LINK.json"),
    ];

    private static readonly string[] MetricCommands = ["record", "list", "rebase"];

    /// <summary>The keywords of a schema with several alternatives.</summary>
    private static readonly string[] Choices = ["oneOf", "anyOf", "allOf"];

    private HostileCheckout checkout = null!;

    public static TheoryData<string> Settings => [.. Paths.Select(path => path.Key)];

    public static TheoryData<string> OptionNames => [.. Options.Select(option => option.Option)];

    public async ValueTask InitializeAsync() => checkout = await HostileCheckout.CreateAsync(tool);

    public ValueTask DisposeAsync()
    {
        checkout?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_path_in_the_settings(string key)
    {
        var (_, settings, command) = Paths.Single(path => path.Key == key);
        // Of a file and of none; directly and through a link.
        foreach (var path in new[] { "../outside/file", "../outside/new", "link", "new" })
        {
            checkout.Write("kaizen.json", settings.Replace("PATH", path, StringComparison.Ordinal));
            await checkout.MustRefuseAsync(command.Split(' '));
        }
    }

    [Theory]
    [MemberData(nameof(OptionNames))]
    public async Task A_link_that_an_option_names(string name)
    {
        var command = Options.Single(option => option.Option == name).Command;
        await checkout.MustRefuseAsync(command.Replace("LINK", "link", StringComparison.Ordinal).Split(' '));
    }

    [Theory]
    [InlineData("IMPROVEMENTS.md", "md", "add new")]
    [InlineData("IMPROVEMENTS.md", "md", "fix")]
    [InlineData("IMPROVEMENTS.archive.md", "md", "archive --days 0")]
    [InlineData("kaizen.json", "json", "check")]
    [InlineData("kaizen.baseline.json", "json", "baseline")]
    [InlineData("AGENTS.md", "md", "init --agents")]
    public async Task A_link_instead_of_a_file(string path, string extension, string command)
    {
        checkout.Link(path, $"../outside/file.{extension}");
        await checkout.MustRefuseAsync(command.Split(' '));
    }

    [Fact]
    public void Each_text_in_the_settings_is_known()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs/kaizen.schema.json")));

        var keys = TextKeys(schema.RootElement, schema.RootElement, "")
            .Select(key => key.StartsWith("fields.", StringComparison.Ordinal) ? "fields.*" : key);

        Assert.Equal(
            Paths.Select(path => path.Key).Concat(Texts).Order(StringComparer.Ordinal),
            keys.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Each_option_that_names_a_file_is_known()
    {
        var overview = await checkout.PrintAsync("--help");
        var commands = CommandName().Matches(overview.Split("Commands:")[1].Split("Examples:")[0]);
        var pages = new List<string>();
        foreach (Match command in commands)
        {
            pages.Add(await checkout.PrintAsync("help", command.Groups[1].Value));
        }

        foreach (var name in MetricCommands)
        {
            pages.Add(await checkout.PrintAsync("metric", name, "--help"));
        }

        var named = pages
            .SelectMany(page => PathName().Matches(page))
            .Select(match => $"{match.Groups[1]}{match.Groups[2]}");

        Assert.True(commands.Count > 20);
        Assert.Equal(
            Options.Select(option => option.Option).Order(StringComparer.Ordinal),
            named.Distinct().Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The keys whose values are free text, or lists of it; elements of objects with any names are <c>*</c>.</summary>
    private static IEnumerable<string> TextKeys(JsonElement root, JsonElement node, string path)
    {
        if (node.TryGetProperty("$ref", out var reference))
        {
            node = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
        }

        if (
            node.TryGetProperty("type", out var type)
            && type.ToString().Contains("string", StringComparison.Ordinal)
            && !node.TryGetProperty("enum", out _)
            && !node.TryGetProperty("const", out _)
        )
        {
            yield return path;
        }

        foreach (var key in Children(node, path).SelectMany(child => TextKeys(root, child.Node, child.Path)))
        {
            yield return key;
        }
    }

    private static IEnumerable<(JsonElement Node, string Path)> Children(JsonElement node, string path) =>
        [
            .. Choices
                .Where(name => node.TryGetProperty(name, out _))
                .SelectMany(name => node.GetProperty(name).EnumerateArray())
                .Select(choice => (choice, path)),
            .. node.TryGetProperty("items", out var items) ? [(items, path)] : Array.Empty<(JsonElement, string)>(),
            .. node.TryGetProperty("properties", out var keys)
                ? keys.EnumerateObject().Select(key => (key.Value, $"{path}.{key.Name}".TrimStart('.')))
                : [],
            .. node.TryGetProperty("additionalProperties", out var others) && others.ValueKind is JsonValueKind.Object
                ? [(others, $"{path}.*")]
                : Array.Empty<(JsonElement, string)>(),
        ];

    [GeneratedRegex(@"^  ([a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex CommandName();

    /// <summary>An option of a help page with the name of its value, or an argument.</summary>
    [GeneratedRegex(@"^  (?:-\w, )?(--[a-z-]+ )?<((?:[A-Z]+=)?PATH)>", RegexOptions.Multiline)]
    private static partial Regex PathName();
}
