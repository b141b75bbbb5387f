using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary><c>kaizen_check</c>: the gate.</summary>
internal static class CheckTool
{
    /// <summary>More findings are only counted.</summary>
    private const int MaxFindings = 20;

    private static readonly JsonContract<JsonElement> Finding = new(omitsNull: true)
    {
        { "rule", one => ToolItem.Text(one, "ruleId") },
        { "severity", one => ToolItem.Text(one, "severity") },
        { "message", one => ToolItem.Text(one, "message") },
        { "help", one => ToolItem.Text(one, "help") },
        { "next", one => ToolItem.Text(one, "next") },
        { "path", one => ToolItem.Text(one, "path") },
        { "line", one => ToolItem.Whole(one, "line") },
        {
            "reference",
            one =>
                one.GetProperty("item") is { ValueKind: JsonValueKind.Object } item
                    ? ToolItem.Text(item, "reference")
                    : null
        },
    };

    private static readonly JsonContract<JsonElement> Figures = new()
    {
        { "open", one => ToolItem.Whole(one, "open") },
        { "inProgress", one => ToolItem.Whole(one, "inProgress") },
        { "executionRate", one => ToolItem.Number(one, "executionRate") },
        { "arrivalsPerWeek", one => ToolItem.Number(one, "arrivalsPerWeek") },
        { "departuresPerWeek", one => ToolItem.Number(one, "departuresPerWeek") },
    };

    private static readonly JsonContract<JsonElement> Answer = new()
    {
        { "verdict", one => ToolItem.Text(one, "verdict") },
        { "findings", one => Counting(one).Take(MaxFindings), Finding },
        { "moreFindings", one => Math.Max(0, Counting(one).Count() - MaxFindings) },
        { "notEvaluated", one => one.GetProperty("notEvaluated").GetArrayLength() },
        { "figures", one => one.GetProperty("figures"), Figures },
        { "message", Message },
    };

    public static McpTool Tool { get; } =
        new(
            "kaizen_check",
            "Check the backlog",
            "Checks the backlog against the rules, as the build does, and names what to do about each finding. Call it before you commit, with `since` to check your change: one that captures nothing is a finding.",
            [
                new(
                    "since",
                    ToolParameterType.String,
                    "A revision: the commits since then are the change, for example `origin/main`.",
                    MaxLength: ToolParameter.ShortText
                ),
            ],
            Answer,
            IsReadOnly: true,
            IsIdempotent: true,
            (program, arguments) =>
                ToolAnswer.Of(
                    Answer,
                    (
                        arguments.Text("since") is { } since
                            ? program.Json("check", "--format=json", "--no-annotations", $"--since={since}")
                            : program.Json("check", "--format=json", "--no-annotations")
                    ).Json
                )
        );

    /// <summary>The findings that are neither suppressed nor accepted, errors first.</summary>
    private static IEnumerable<JsonElement> Counting(JsonElement verdict) =>
        verdict
            .GetProperty("findings")
            .EnumerateArray()
            .Where(one => !one.GetProperty("suppressed").GetBoolean() && !one.GetProperty("baselined").GetBoolean())
            .OrderBy(one =>
                ToolItem.Text(one, "severity") switch
                {
                    "error" => 0,
                    "warning" => 1,
                    _ => 2,
                }
            );

    private static string Message(JsonElement verdict)
    {
        var counts = Counting(verdict).CountBy(one => ToolItem.Text(one, "severity")!);
        var findings = string.Join(", ", counts.Select(one => Wording.Count(one.Value, one.Key)));
        return $"{(ToolItem.Text(verdict, "verdict") is "pass" ? "The gate passed" : "The gate failed")}: "
            + $"{(findings.Length > 0 ? findings : "no findings")}.";
    }
}
