using System.CommandLine;
using KaizenGate.Cli.Mcp;

namespace KaizenGate.Cli.Commands;

/// <summary><c>mcp</c>: the backlog as tools for agents.</summary>
internal static class McpCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "mcp",
            "Serves the backlog to coding agents: a server of the Model Context Protocol on standard input and output, for the repository of the working folder.",
            new Example("mcp", "as the command of a server in the settings of an agent")
        );
        command.SetAction(
            async (_, _) =>
            {
                if (host.InputIsTerminal)
                {
                    await host.ErrorText.WriteLineAsync(
                        "This is a server for agents, which waits for messages on standard input. Ctrl-C ends it; docs/mcp.md shows how agents start it."
                    );
                }

                using var server = new McpRun(
                    host,
                    (arguments, own) => CommandLine.Run(arguments, own, CommandList.All)
                );
                await server.ServeAsync().ConfigureAwait(false);
                return ExitCode.Passed;
            }
        );
        return command;
    }
}
