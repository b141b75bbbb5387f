using System.Text.Json;

namespace KaizenGate.Acceptance.Tests.History;

/// <summary>The first backlog in the output of <c>history --json</c>.</summary>
internal sealed class JsonHistory
{
    private readonly JsonElement backlog;

    private JsonHistory(JsonElement backlog) => this.backlog = backlog;

    public string? Start => backlog.GetProperty("start").GetString();

    public string? NotKnown => backlog.GetProperty("notKnown").GetString();

    public IReadOnlyList<JsonEvent> Events =>
        [
            .. backlog
                .GetProperty("events")
                .EnumerateArray()
                .Select(one => new JsonEvent(
                    one.GetProperty("date").GetString()!,
                    one.GetProperty("commit").GetString(),
                    one.GetProperty("kind").GetString()!,
                    one.GetProperty("key").GetString()!,
                    one.GetProperty("fromStart").GetBoolean()
                )),
        ];

    /// <summary>The events as lines: <c>2026-01-05 captured IMP-001</c>.</summary>
    public IReadOnlyList<string> Lines => [.. Events.Select(one => $"{one.Date} {one.Kind} {one.Key}")];

    public static JsonHistory Of(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        using var json = JsonDocument.Parse(outcome.Output);
        return new JsonHistory(json.RootElement.GetProperty("backlogs")[0].Clone());
    }
}

/// <summary>An event in the JSON.</summary>
internal sealed record JsonEvent(string Date, string? Commit, string Kind, string Key, bool IsFromStart);
