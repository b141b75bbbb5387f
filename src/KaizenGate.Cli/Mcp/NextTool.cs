using System.Text.Json;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary><c>kaizen_next</c>: what to work on.</summary>
internal static class NextTool
{
    private const int DefaultLimit = 5;
    private const int MaxLimit = 20;

    private static readonly JsonContract<(JsonElement Plan, int Limit)> Answer = new()
    {
        { "hours", one => ToolItem.Number(one.Plan.GetProperty("capacity"), "hours") },
        { "inProgress", one => Items(one.Plan, "started").Take(one.Limit), ToolItem.Planned },
        { "next", one => Items(one.Plan, "chosen").Take(one.Limit), ToolItem.Planned },
        { "justMissed", one => Items(one.Plan, "justMissed").Take(one.Limit), ToolItem.Planned },
        { "withoutScore", one => WithoutScore(one.Plan) },
        { "message", one => Message(one.Plan) },
    };

    public static McpTool Tool { get; } =
        new(
            "kaizen_next",
            "Next improvements",
            "Names the improvements to work on: those in progress, which come first, then the new ones with the highest total score that fit into the week. Call it before you choose work.",
            [
                new("hours", ToolParameterType.Number, "Hours available; without it, 20% of a week."),
                new(
                    "limit",
                    ToolParameterType.Integer,
                    $"The most of each list, from 1 to {MaxLimit}; {DefaultLimit} without it."
                ),
            ],
            Answer,
            IsReadOnly: true,
            IsIdempotent: true,
            Call
        );

    private static ToolAnswer Call(ProgramCalls program, ToolArguments arguments)
    {
        var limit = arguments.Whole("limit") ?? DefaultLimit;
        if (limit is < 1 or > MaxLimit)
        {
            throw new InputException($"limit is {limit}", $"Use a whole number from 1 to {MaxLimit}.");
        }

        var (plan, _) = arguments.Text("hours") is { } hours
            ? program.Json("plan", "--json", $"--hours={hours}")
            : program.Json("plan", "--json");
        return ToolAnswer.Of(Answer, (plan, limit));
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement plan, string list) =>
        plan.GetProperty(list).EnumerateArray();

    private static int WithoutScore(JsonElement plan) =>
        Items(plan, "leftOut")
            .Where(one => ToolItem.Text(one, "reason") == "unscored")
            .Sum(one => ToolItem.Whole(one, "count"));

    private static string Message(JsonElement plan)
    {
        var (started, chosen) = (Items(plan, "started").Count(), Items(plan, "chosen").Count());
        return started > 0 ? $"Finish what is in progress first: {Wording.Count(started, "improvement")}."
            : chosen > 0 ? "Start the first one with kaizen_start."
            : "Nothing fits into these hours, or nothing has a score yet.";
    }
}
