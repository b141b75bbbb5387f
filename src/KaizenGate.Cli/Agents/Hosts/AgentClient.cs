using System.Collections.Immutable;
using KaizenGate.Core.Agents;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>A host for which the hook can be installed.</summary>
/// <param name="Word">The word that selects it on the command line.</param>
/// <param name="Name">Its name.</param>
/// <param name="Signs">Files and folders of a repository in which it is used.</param>
internal sealed record AgentClient(string Word, string Name, ImmutableArray<string> Signs)
{
    private const string Start = "SessionStart";

    private static readonly HooksFile ClaudeHooks = new(
        ".claude/settings.json",
        "{}\n",
        [(Start, Nested("\"timeout\": 10")), ("Stop", Nested("\"timeout\": 20"))]
    );

    /// <summary>The hooks that VS Code, Copilot CLI and the cloud agent read. The names of the events are those that all of them know.</summary>
    public static HooksFile GitHubHooks { get; } =
        new(
            ".github/hooks/kaizen.json",
            "{\n  \"version\": 1\n}\n",
            [(Start, Flat("\"timeout\": 10")), ("Stop", Flat("\"timeout\": 20"))]
        );

    public static AgentClient Claude { get; } =
        new("claude", AgentHosts.NameOf(AgentHost.Claude), [".claude", "CLAUDE.md", ".mcp.json"])
        {
            Hooks = ClaudeHooks,
            Servers = new ServersFile(".mcp.json", "mcpServers"),
        };

    public static AgentClient Codex { get; } =
        new("codex", AgentHosts.NameOf(AgentHost.Codex), [".codex"])
        {
            Hooks = new(
                ".codex/hooks.json",
                "{}\n",
                [(Start, Nested("\"timeout\": 10")), ("Stop", Nested("\"timeout\": 20"))]
            ),
            Servers = new CodexServers(),
            Hint = "Codex runs the hooks of a repository only after you trust them: type /hooks in Codex.",
        };

    public static AgentClient VsCode { get; } =
        new("vscode", AgentHosts.NameOf(AgentHost.VsCode), [".vscode"])
        {
            Hooks = GitHubHooks,
            Servers = new ServersFile(".vscode/mcp.json", "servers"),
        };

    public static AgentClient Copilot { get; } =
        new("copilot", AgentHosts.NameOf(AgentHost.Copilot), [".github/hooks", ".github/copilot-instructions.md"])
        {
            Hooks = GitHubHooks,
        };

    public static AgentClient Cloud { get; } =
        new("cloud", "Copilot cloud agent", [])
        {
            Hooks = GitHubHooks,
            Hint =
                "The cloud agent reads this file from the default branch, and needs `dotnet tool restore` in copilot-setup-steps.yml.",
        };

    public static AgentClient Gemini { get; } =
        new("gemini", AgentHosts.NameOf(AgentHost.Gemini), [".gemini", "GEMINI.md"])
        {
            Hooks = new(
                ".gemini/settings.json",
                "{}\n",
                [
                    (Start, Nested("\"name\": \"kaizen\",\n      \"timeout\": 10000")),
                    ("AfterAgent", Nested("\"name\": \"kaizen\",\n      \"timeout\": 20000")),
                ]
            ),
            Servers = new ServersFile(".gemini/settings.json", "mcpServers"),
        };

    public static AgentClient Cursor { get; } =
        new("cursor", AgentHosts.NameOf(AgentHost.Cursor), [".cursor"])
        {
            Hooks = new(
                ".cursor/hooks.json",
                "{\n  \"version\": 1\n}\n",
                [
                    ("sessionStart", $"{{\n  \"command\": \"{HookEntry.Command}\"\n}}"),
                    ("stop", $"{{\n  \"command\": \"{HookEntry.Command}\",\n  \"loop_limit\": 1\n}}"),
                ]
            ),
            Servers = new ServersFile(".cursor/mcp.json", "mcpServers"),
        };

    public static ImmutableArray<AgentClient> All { get; } = [Claude, Codex, VsCode, Copilot, Cloud, Gemini, Cursor];

    /// <summary>Its hooks.</summary>
    public required HooksFile Hooks { get; init; }

    /// <summary>Its MCP servers; null when it has none of its own in a repository.</summary>
    public HostFile? Servers { get; init; }

    /// <summary>What a person has to do; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether it also reads the hooks of Claude Code, so that it needs none of its own.</summary>
    public bool ReadsClaude => this == VsCode || this == Copilot;

    /// <summary>An entry with a list of commands.</summary>
    private static string Nested(string more) =>
        $"{{\n  \"hooks\": [\n    {{\n      \"type\": \"command\",\n      \"command\": \"{HookEntry.Command}\",\n      {more}\n    }}\n  ]\n}}";

    private static string Flat(string more) =>
        $"{{\n  \"type\": \"command\",\n  \"command\": \"{HookEntry.Command}\",\n  {more}\n}}";
}
