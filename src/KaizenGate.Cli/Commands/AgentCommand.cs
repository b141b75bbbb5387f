using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Agents;
using KaizenGate.Cli.Agents.Hosts;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Commands;

/// <summary><c>agent</c>: the start and the end of the sessions of agents.</summary>
internal static class AgentCommand
{
    private static readonly string[] Words = [.. AgentClient.All.Select(client => client.Word)];

    public static Command Create(Host host) =>
        new ExplainedCommand(
            "agent",
            "Briefs agents when a session starts, and asks them once for improvements when they stop.",
            new Example("agent install claude", "call it from Claude Code, and from VS Code and Copilot CLI"),
            new Example("agent doctor", "check that the hooks work"),
            new Example("agent session --none 'only a typing error'", "nothing to capture, and why"),
            new Example("agent log", "what happened in the last sessions")
        )
        {
            InstallPart(host),
            UninstallPart(host),
            DoctorPart(host),
            SessionPart(host),
            LogPart(host),
            HookPart(host),
        };

    private static ExplainedCommand HookPart(Host host)
    {
        var command = new ExplainedCommand(
            "hook",
            "Answers the host of an agent, which sends JSON to standard input. At the start of a session: the top of the plan and how to capture. When the agent stops: at most once per session a request for improvements, if it changed files and recorded none. The exit code is always 0.",
            new Example("agent hook < payload.json", "as a host calls it")
        );
        command.SetAction(_ => new HookRun(host).Run());
        return command;
    }

    private static ExplainedCommand DoctorPart(Host host)
    {
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "doctor",
            "Sends a start and a stop through the hooks that are installed, as hosts do, and shows when each host called last. The exit code is 1 if something is wrong.",
            new Example("agent doctor", "after `agent install`")
        );
        format.AddTo(command);
        command.SetAction(parsed => new DoctorRun(host, HookProgram.For(host)).Run(format.IsJson(parsed)));
        return command;
    }

    private static ExplainedCommand SessionPart(Host host)
    {
        var none = new Option<string?>("--none")
        {
            HelpName = "REASON",
            Description = "Record that there is nothing to capture, and why. The session is then not asked.",
        };
        var session = new Option<string?>("--session")
        {
            HelpName = "KEY",
            Description = "The session: the first digits of its key. Default: the one that was asked or seen last.",
        };
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "session",
            "Shows what the last session recorded, or records why there is nothing to capture in it.",
            new Example("agent session", "show it"),
            new Example("agent session --none 'only a typing error'", "nothing to capture")
        )
        {
            none,
            session,
        };
        format.AddTo(command);
        command.SetAction(parsed =>
            new SessionRun(host).Run(parsed.GetValue(session), parsed.GetValue(none), format.IsJson(parsed))
        );
        return command;
    }

    private static ExplainedCommand LogPart(Host host)
    {
        var last = new Option<string?>("--last") { HelpName = "N", Description = "The number of calls. Default: 20." };
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "log",
            "Prints the last calls of the hook: what it said, or why it said nothing.",
            new Example("agent log", "the last 20"),
            new Example("agent log --last 500 --json", "for a program")
        )
        {
            last,
        };
        format.AddTo(command);
        command.SetAction(parsed =>
            new LogRun(host).Run(
                WholeNumber.Parse(parsed.GetValue(last), "--last", 1, 1_000_000, example: 50) ?? 20,
                format.IsJson(parsed)
            )
        );
        return command;
    }

    private static ExplainedCommand InstallPart(Host host)
    {
        var clients = Clients("those that this repository shows signs of");
        var noServer = new Option<bool>("--no-mcp") { Description = "Leave the MCP server out." };
        var command = new ExplainedCommand(
            "install",
            "Adds the hook and the MCP server to the files of hosts in this repository. Everything else in them stays. VS Code and Copilot CLI read the hooks of Claude Code; without those, they and the cloud agent get .github/hooks/kaizen.json.",
            new Example("agent install claude codex", "for two hosts"),
            new Example("agent install", "for those that the repository shows signs of"),
            new Example("agent install --dry-run", "preview the files")
        )
        {
            clients,
            noServer,
        };
        return FileCommand.Of(
            host,
            command,
            (parsed, answer) =>
            {
                var run = new InstallRun(host, answer, "agent install");
                var named = Named(parsed.GetValue(clients));
                run.Install(named.IsEmpty ? Found(run) : named, withServers: !parsed.GetValue(noServer));
            },
            "Nothing to change."
        );
    }

    private static ExplainedCommand UninstallPart(Host host)
    {
        var clients = Clients("all");
        var command = new ExplainedCommand(
            "uninstall",
            "Removes from the files of hosts what `agent install` added.",
            new Example("agent uninstall", "from the files of all hosts"),
            new Example("agent uninstall cursor", "from those of one")
        )
        {
            clients,
        };
        return FileCommand.Of(
            host,
            command,
            (parsed, answer) =>
            {
                var named = Named(parsed.GetValue(clients));
                new InstallRun(host, answer, "agent uninstall").Uninstall(named.IsEmpty ? AgentClient.All : named);
            },
            "Nothing to change."
        );
    }

    private static Argument<string[]> Clients(string usual)
    {
        var clients = new Argument<string[]>("HOST")
        {
            Description = $"The hosts: {string.Join(", ", Words)}. Default: {usual}.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        clients.CompletionSources.Add(Words);
        return clients;
    }

    private static ImmutableArray<AgentClient> Found(InstallRun run) =>
        run.Found() is { IsEmpty: false } found
            ? found
            : throw new InputException(
                "this repository shows no signs of a host",
                $"Name one or several: {string.Join(", ", Words)}."
            );

    /// <exception cref="InputException">A name is unknown.</exception>
    private static ImmutableArray<AgentClient> Named(string[]? names) =>
        [
            .. (names ?? [])
                .Select(name =>
                    AgentClient.All.FirstOrDefault(client =>
                        client.Word.Equals(name, StringComparison.OrdinalIgnoreCase)
                    ) ?? throw new InputException($"unknown host {Quote.Of(name)}", NearestName.Help(name, Words))
                )
                .Distinct(),
        ];
}
