using System.Text.Json;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>A JSON report.</summary>
internal sealed class JsonVerdict
{
    private readonly JsonElement root;

    private JsonVerdict(JsonElement root) => this.root = root;

    /// <summary>The rules of the findings that count, one per finding.</summary>
    public IReadOnlyList<string> Rules =>
        [
            .. root.GetProperty("findings")
                .EnumerateArray()
                .Where(one => !one.GetProperty("suppressed").GetBoolean() && !one.GetProperty("baselined").GetBoolean())
                .Select(one => one.GetProperty("ruleId").GetString()!),
        ];

    /// <summary>The improvements of a rule's findings.</summary>
    public IReadOnlyList<string?> ItemsOf(string rule) =>
        [
            .. root.GetProperty("findings")
                .EnumerateArray()
                .Where(one => one.GetProperty("ruleId").GetString() == rule)
                .Select(one => one.GetProperty("item").GetProperty("id").GetString()),
        ];

    /// <summary>The reason why a rule was not evaluated; null if it was.</summary>
    public string? WhyNot(string rule) =>
        root.GetProperty("notEvaluated")
            .EnumerateArray()
            .Where(one => one.GetProperty("ruleId").GetString() == rule)
            .Select(one => one.GetProperty("reason").GetString())
            .FirstOrDefault();

    public double? Figure(string name) =>
        root.GetProperty("figures").GetProperty(name) is { ValueKind: JsonValueKind.Number } figure
            ? figure.GetDouble()
            : null;

    /// <summary>The number of hidden findings: <c>suppressed</c> or <c>baselined</c>.</summary>
    public int Hidden(string kind) => root.GetProperty("hidden").GetProperty(kind).GetInt32();

    /// <summary>The backlogs that were checked, in order.</summary>
    public IReadOnlyList<string> Backlogs =>
        [.. root.GetProperty("backlogs").EnumerateArray().Select(one => one.GetProperty("path").GetString()!)];

    /// <summary>The settings files of a backlog, each overriding the previous one.</summary>
    public IReadOnlyList<string> SettingsOf(string backlog) =>
        [
            .. root.GetProperty("backlogs")
                .EnumerateArray()
                .Single(one => one.GetProperty("path").GetString() == backlog)
                .GetProperty("settings")
                .EnumerateArray()
                .Select(file => file.GetString()!),
        ];

    /// <summary>The backlogs that were not checked, because the change does not touch them.</summary>
    public IReadOnlyList<string> Untouched =>
        [.. root.GetProperty("untouched").EnumerateArray().Select(one => one.GetString()!)];

    /// <summary>The severities of a rule's findings, by file.</summary>
    public IReadOnlyDictionary<string, string> SeveritiesOf(string rule) =>
        root.GetProperty("findings")
            .EnumerateArray()
            .Where(one => one.GetProperty("ruleId").GetString() == rule)
            .ToDictionary(one => one.GetProperty("path").GetString()!, one => one.GetProperty("severity").GetString()!);

    public static JsonVerdict Of(Outcome outcome)
    {
        Assert.True(outcome.ExitCode is 0 or 1, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        return new JsonVerdict(json.RootElement.Clone());
    }
}
