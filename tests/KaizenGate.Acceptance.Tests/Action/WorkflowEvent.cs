using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The event that started a workflow.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Payload">The payload that GitHub writes to a file.</param>
internal sealed record WorkflowEvent(string Name, JsonObject Payload)
{
    public const string Repository = "example/shop";

    /// <summary>The target branch of a pull request.</summary>
    public string BaseRef { get; init; } = "";

    public string Actor { get; init; } = "ada";

    public static WorkflowEvent Push { get; } = new("push", new JsonObject { ["ref"] = "refs/heads/main" });

    /// <summary>A pull request into <c>main</c>.</summary>
    /// <param name="baseCommit">The tip of <c>main</c> at that time.</param>
    /// <param name="from">The repository of its branch; null if that was deleted.</param>
    public static WorkflowEvent PullRequest(string baseCommit, string? from = Repository) =>
        new(
            "pull_request",
            new JsonObject
            {
                ["pull_request"] = new JsonObject
                {
                    ["base"] = new JsonObject { ["sha"] = baseCommit },
                    ["head"] = new JsonObject
                    {
                        ["repo"] = from is null ? null : new JsonObject { ["full_name"] = from },
                    },
                },
            }
        )
        {
            BaseRef = "main",
        };

    public static WorkflowEvent MergeGroup(string baseCommit) =>
        new("merge_group", new JsonObject { ["merge_group"] = new JsonObject { ["base_sha"] = baseCommit } });

    /// <summary>The value of a path such as <c>pull_request.base.sha</c>; empty if there is none.</summary>
    public string ValueOf(string path)
    {
        JsonNode? node = JsonNode.Parse(Payload.ToJsonString());
        foreach (var name in path.Split('.'))
        {
            node = node is JsonObject map ? map[name] : null;
        }

        return node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";
    }
}
