using System.Collections;
using System.Collections.Immutable;
using ModelContextProtocol.Protocol;

namespace KaizenGate.Cli.Mcp;

/// <summary>A tool that agents call.</summary>
/// <param name="Name">Its name: <c>kaizen_next</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it does and when to call it, for the model.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Answers">The contract of its answer.</param>
/// <param name="IsReadOnly">Whether it changes nothing.</param>
/// <param name="IsIdempotent">Whether the same call again changes nothing more.</param>
/// <param name="Call">Runs it; an <see cref="Core.Backlogs.InputException"/> is a refusal that the model can act on.</param>
internal sealed record McpTool(
    string Name,
    string Title,
    string Description,
    ImmutableArray<ToolParameter> Parameters,
    IEnumerable Answers,
    bool IsReadOnly,
    bool IsIdempotent,
    Func<ProgramCalls, ToolArguments, ToolAnswer> Call
)
{
    /// <summary>As the protocol describes it. All four hints are set: their defaults are the opposite of what holds here.</summary>
    public Tool Described =>
        field ??= new Tool
        {
            Name = Name,
            Title = Title,
            Description = Description,
            InputSchema = ToolSchema.Of(Parameters),
            OutputSchema = ToolSchema.Of(Answers),
            Annotations = new ToolAnnotations
            {
                Title = Title,
                ReadOnlyHint = IsReadOnly,
                // Nothing is deleted, and `undo` takes an edit back.
                DestructiveHint = false,
                IdempotentHint = IsIdempotent,
                // It reads and writes the backlogs that the settings name, and nothing else.
                OpenWorldHint = false,
            },
        };
}
