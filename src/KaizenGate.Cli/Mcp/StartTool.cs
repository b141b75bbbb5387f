namespace KaizenGate.Cli.Mcp;

/// <summary><c>kaizen_start</c>: starts work on an improvement.</summary>
internal static class StartTool
{
    public static McpTool Tool { get; } =
        new(
            "kaizen_start",
            "Start an improvement",
            "Marks an improvement as in progress, with the value before the work. Measure first: kaizen_done needs a value to compare with.",
            [
                ItemTool.Id,
                new(
                    "baseline",
                    ToolParameterType.String,
                    "The value before the work, METRIC=VALUE with a unit: `build=9 min`. Or the name of a declared metric, for its last value.",
                    MaxLength: ToolParameter.ShortText
                ),
                new("owner", ToolParameterType.String, "Who works on it.", MaxLength: ToolParameter.ShortText),
            ],
            ItemTool.Answer,
            IsReadOnly: false,
            IsIdempotent: true,
            Call
        );

    private static ToolAnswer Call(ProgramCalls program, ToolArguments arguments) =>
        ItemTool.Of(
            program.Json(
                ItemTool.Arguments(
                    "start",
                    arguments.Required("id"),
                    ("--baseline", arguments.Text("baseline")),
                    ("--owner", arguments.Text("owner"))
                )
            ),
            "In progress. When it is done, measure again and call kaizen_done."
        );
}
