using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Cli.Mcp;

/// <summary><c>kaizen_done</c>: completes an improvement with a measured result.</summary>
internal static class DoneTool
{
    public static McpTool Tool { get; } =
        new(
            "kaizen_done",
            "Complete an improvement",
            "Completes an improvement. It needs evidence: a value that you measured after the work, not an expectation.",
            [
                ItemTool.Id,
                new(
                    "measured",
                    ToolParameterType.String,
                    "The result, METRIC=VALUE with a unit: `build=5 min`; or `build 9 min -> 5 min` with the value before; or the name of a declared metric, for its last value.",
                    IsRequired: true,
                    ToolParameter.ShortText
                ),
                new("hours", ToolParameterType.Number, "Hours it took."),
                new(
                    "saved",
                    ToolParameterType.String,
                    "Time saved: `15 h` in total, or `4 min/day` from now on.",
                    MaxLength: ToolParameter.ShortText
                ),
            ],
            ItemTool.Answer,
            IsReadOnly: false,
            IsIdempotent: false,
            Call
        );

    private static ToolAnswer Call(ProgramCalls program, ToolArguments arguments)
    {
        var command = ItemTool.Arguments(
            "done",
            arguments.Required("id"),
            ("--measured", arguments.Required("measured")),
            ("--hours", arguments.Text("hours")),
            ("--saved", arguments.Text("saved"))
        );
        var (preview, _) = program.Json(["done", "--dry-run", .. command[1..]]);
        var result = ToolItem.Text(preview.GetProperty("items")[0], "measuredImpact") ?? "";
        return MeasurementText.Read(result).HasFigure
            ? ItemTool.Of(program.Json(command), "Completed. Call kaizen_check before you commit.")
            : throw new InputException(
                $"measured {Quote.Of(arguments.Required("measured"))} has no value with a unit, so nothing is changed",
                "Measure the effect and pass it, for example `build=5 min`. If nothing can be measured, count something: `warnings 12 -> 0`."
            );
    }
}
