using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>A file of a host that install changes.</summary>
/// <param name="Path">Relative to the root of the repository, with slashes.</param>
/// <param name="Purpose">What our part is for.</param>
internal abstract record HostFile(string Path, string Purpose)
{
    /// <summary>Returns the file with our part.</summary>
    /// <param name="content">The file; null when there is none.</param>
    /// <param name="shown">Its path for messages.</param>
    /// <returns>The same content when it has our part.</returns>
    /// <exception cref="InputException">It cannot be parsed, or our part does not fit into it.</exception>
    public abstract byte[] With(byte[]? content, string shown);

    /// <summary>Returns the file without our part; null when nothing else is in it.</summary>
    /// <exception cref="InputException">It cannot be parsed.</exception>
    public abstract byte[]? Without(byte[] content, string shown);

    /// <summary>Whether a file has our part.</summary>
    /// <exception cref="InputException">It cannot be parsed.</exception>
    public abstract bool IsIn(byte[] content, string shown);
}

/// <summary>A file of hooks.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Empty">A new file, as JSON.</param>
/// <param name="Entries">The name of each event, and our entry in its list as JSON.</param>
internal sealed record HooksFile(string Path, string Empty, ImmutableArray<(string Event, string Entry)> Entries)
    : HostFile(Path, "calls KaizenGate when a session starts and when the agent stops")
{
    public override byte[] With(byte[]? content, string shown)
    {
        var edit = new JsonEdit(shown, content ?? Encoding.UTF8.GetBytes(Empty));
        foreach (var (name, entry) in Entries)
        {
            if (!HookEntry.Find(edit.Root).Any(found => found.Event.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                edit = edit.WithElement(["hooks", name], entry);
            }
        }

        return edit.Content;
    }

    public override byte[]? Without(byte[] content, string shown)
    {
        var edit = new JsonEdit(shown, content);
        var isOurs = false;
        while (HookEntry.Find(edit.Root).Select(found => found.Way).FirstOrDefault() is { IsDefault: false } way)
        {
            edit = edit.Without(way);
            isOurs = true;
        }

        return isOurs && edit.IsLike(Empty) ? null : edit.Content;
    }

    public override bool IsIn(byte[] content, string shown) => HookEntry.Find(new JsonEdit(shown, content).Root).Any();
}

/// <summary>A file that lists MCP servers.</summary>
/// <param name="Path">Its path.</param>
/// <param name="List">The key of the object with the servers.</param>
internal sealed record ServersFile(string Path, string List) : HostFile(Path, "starts the MCP server of KaizenGate")
{
    private const string Name = "kaizen";

    /// <summary>How clients start the server.</summary>
    private string Value =>
        List == "servers"
            ? "{\n  \"type\": \"stdio\",\n  \"command\": \"dotnet\",\n  \"args\": [\"kaizen\", \"mcp\"]\n}"
            : "{\n  \"command\": \"dotnet\",\n  \"args\": [\"kaizen\", \"mcp\"]\n}";

    public override byte[] With(byte[]? content, string shown)
    {
        var edit = new JsonEdit(shown, content ?? "{}\n"u8.ToArray());
        // A server of this name that is started in another way is the choice of the team.
        return edit.Root.Member(List)?.Member(Name) is null ? edit.With([List, Name], Value).Content : edit.Content;
    }

    public override byte[]? Without(byte[] content, string shown)
    {
        var edit = new JsonEdit(shown, content);
        if (edit.Root.Member(List) is not { } list || list.Member(Name) is not { } own || !IsOurs(own))
        {
            return content;
        }

        edit = edit.Without([edit.Root, list, own]);
        return edit.IsLike("{}") ? null : edit.Content;
    }

    public override bool IsIn(byte[] content, string shown) =>
        new JsonEdit(shown, content).Root.Member(List)?.Member(Name) is { } own && IsOurs(own);

    private static bool IsOurs(JsonPart server) =>
        server.Member("command")?.Text == "dotnet"
        && server.Member("args") is { Kind: JsonTokenType.StartArray } arguments
        && arguments.Children.Select(child => child.Value.Text).SequenceEqual(["kaizen", "mcp"]);
}
