namespace KaizenGate.Core.Agents;

/// <summary>A program that runs agents, and calls the hook at the start and the end of their work.</summary>
internal enum AgentHost
{
    Claude,
    Codex,
    VsCode,
    Copilot,
    Gemini,
    Cursor,
}

/// <summary>The names of hosts.</summary>
internal static class AgentHosts
{
    /// <summary>Returns the name of a product: <c>Claude Code</c>.</summary>
    public static string NameOf(AgentHost host) =>
        host switch
        {
            AgentHost.Claude => "Claude Code",
            AgentHost.VsCode => "VS Code",
            AgentHost.Copilot => "Copilot CLI",
            AgentHost.Gemini => "Gemini CLI",
            _ => host.ToString(),
        };
}
