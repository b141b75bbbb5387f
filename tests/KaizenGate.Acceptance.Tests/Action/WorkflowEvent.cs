using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>What made a workflow run.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Payload">What GitHub writes about it in a file.</param>
internal sealed record WorkflowEvent(string Name, JsonObject Payload)
{
    public const string Repository = "example/shop";

    /// <summary>The branch that a pull request goes into.</summary>
    public string BaseRef { get; init; } = "";

    public string Actor { get; init; } = "ada";

    public static WorkflowEvent Push { get; } = new("push", new JsonObject { ["ref"] = "refs/heads/main" });

    /// <summary>A pull request into <c>main</c>.</summary>
    /// <param name="baseCommit">The tip of <c>main</c> at that time.</param>
    /// <param name="from">The repository it comes from; null when that was deleted.</param>
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

    /// <summary>The value of a path such as <c>pull_request.base.sha</c>; empty when there is none.</summary>
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
