using KaizenGate.Core.Backlogs;
using ModelContextProtocol.Protocol;

namespace KaizenGate.Cli.Mcp;

/// <summary>What agents can read without a tool: the open improvements, and the plan of the week.</summary>
internal static class McpResources
{
    /// <summary>A larger one would fill the context of any model.</summary>
    private const int MaxCharacters = 1_000_000;

    private static readonly Resource Backlog = new()
    {
        Uri = "kaizen://backlog",
        Name = "backlog",
        Title = "Open improvements",
        Description = "The open improvements of all backlogs, highest score first, with all fields.",
        MimeType = "application/json",
    };

    private static readonly Resource Plan = new()
    {
        Uri = "kaizen://plan",
        Name = "plan",
        Title = "Plan of the week",
        Description = "What is in progress, and the new work that fits into the week.",
        MimeType = "text/markdown",
    };

    public static IList<Resource> All { get; } = [Backlog, Plan];

    /// <summary>Reads a resource.</summary>
    /// <returns>Null when there is none with this address.</returns>
    /// <exception cref="InputException">It cannot be read, or is too large.</exception>
    public static TextResourceContents? Read(string address, ProgramCalls program)
    {
        // Some clients normalize addresses, which adds a slash.
        var wanted = address.TrimEnd('/');
        return wanted == Backlog.Uri ? Contents(Backlog, program.Text("list", "--json", "--sort=score"))
            : wanted == Plan.Uri ? Contents(Plan, program.Text("plan", "--markdown"))
            : null;
    }

    private static TextResourceContents Contents(Resource resource, string text) =>
        text.Length <= MaxCharacters
            ? new TextResourceContents
            {
                Uri = resource.Uri,
                MimeType = resource.MimeType,
                Text = text,
            }
            : throw new InputException(
                $"{resource.Uri} has {text.Length} characters, more than {MaxCharacters}",
                "Call kaizen_next, which names the next few."
            );
}
