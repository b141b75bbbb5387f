using System.Text.Json;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Mcp;

/// <summary>What tools that change one improvement have in common.</summary>
internal static class ItemTool
{
    public static ToolParameter Id { get; } =
        new(
            "id",
            ToolParameterType.String,
            "The id, the reference or the whole title of the improvement.",
            IsRequired: true,
            ToolParameter.ShortText
        );

    /// <summary>The answer.</summary>
    public static JsonContract<(JsonElement Edit, string Message)> Answer { get; } =
        new()
        {
            { "path", one => ToolItem.Text(one.Edit, "path") },
            { "changed", one => one.Edit.GetProperty("changed").GetBoolean() },
            { "item", one => one.Edit.GetProperty("items")[0], ToolItem.Edited },
            { "message", one => one.Message },
        };

    /// <summary>The answer of a command that edits one improvement.</summary>
    public static ToolAnswer Of((JsonElement Json, string Warnings) printed, string message) =>
        ToolAnswer.Of(Answer, (printed.Json, printed.Warnings.Length > 0 ? $"{message} {printed.Warnings}" : message));

    /// <summary>The arguments of such a command; options without a value are left out.</summary>
    public static string[] Arguments(
        string command,
        string id,
        params ReadOnlySpan<(string Option, string? Value)> options
    )
    {
        var arguments = new List<string> { command, "--json" };
        foreach (var (option, value) in options)
        {
            if (value is not null)
            {
                arguments.Add($"{option}={value}");
            }
        }

        return [.. arguments, "--", id];
    }
}
