using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Cli.Agents.Hosts;
using KaizenGate.Core.Agents;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Agents;

/// <summary>Checks that the hooks work: sends a start and a stop through what is configured, and shows the last real call.</summary>
internal sealed class DoctorRun
{
    private readonly Host host;
    private readonly HookStarter starter;
    private readonly Workspace workspace;
    private readonly SessionFolder sessions;
    private readonly ImmutableArray<SessionLogEntry> log;

    /// <param name="host">The environment.</param>
    /// <param name="starter">Starts a hook.</param>
    /// <exception cref="InputException">There is no repository.</exception>
    public DoctorRun(Host host, HookStarter starter)
    {
        (this.host, this.starter, workspace) = (host, starter, new(host.WorkingFolder));
        sessions = SessionRun.Folder(host);
        log = sessions.Log.Read();
    }

    /// <summary>The document.</summary>
    public static JsonContract<(ImmutableArray<HostCheck> Hosts, bool HasBacklog, int Failed)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "backlog", one => one.HasBacklog },
            { "hosts", one => one.Hosts, HostCheck.Contract },
            { "failed", one => one.Failed },
        };

    /// <param name="isJson">Whether to print JSON.</param>
    /// <exception cref="InputException">The settings or a backlog are invalid.</exception>
    public int Run(bool isJson)
    {
        var hasBacklog = SessionBacklogs.Read(host) is not null;
        ImmutableArray<HostCheck> hosts = [.. AgentClient.All.Select(client => Check(client, hasBacklog))];
        var failed = log.Count(entry => entry.Outcome is HookOutcome.Failed);
        if (isJson)
        {
            Contract.Write(host.Output, (hosts, hasBacklog, failed));
        }
        else
        {
            Print(hosts, hasBacklog, failed);
        }

        return hasBacklog && hosts.Any(one => one.IsInstalled) && !hosts.Any(one => one.HasProblem)
            ? ExitCode.Passed
            : ExitCode.Failed;
    }

    private HostCheck Check(AgentClient client, bool hasBacklog)
    {
        HooksFile[] files = client.ReadsClaude ? [AgentClient.Claude.Hooks, client.Hooks] : [client.Hooks];
        var check = new HostCheck(client)
        {
            Last = log.LastOrDefault(entry =>
                entry.Outcome is not HookOutcome.Answered
                && entry.Host is { } called
                && AgentHosts.NameOf(called) == client.Name
            ),
        };
        try
        {
            var found = files
                .Select(file => (file.Path, Hooks: HooksIn(file.Path)))
                .Where(file => !file.Hooks.IsEmpty)
                .ToImmutableArray();
            check = check with
            {
                Files = [.. found.Select(file => file.Path)],
                HasServer = client.Servers is { } servers
                    ? Content(servers.Path) is { } content && servers.IsIn(content, Shown(servers.Path))
                    : null,
                Problems =
                    found.Length > 1 ? [$"each event is reported twice, by {found[0].Path} and {found[1].Path}"] : [],
            };
            return found is [var (_, hooks), ..] && hasBacklog ? Tried(check, hooks) : check;
        }
        catch (InputException wrong)
        {
            return check with { Files = [files[0].Path], Problems = [wrong.Error.ToString()] };
        }
    }

    /// <summary>Sends a start and a stop of a session that then is deleted.</summary>
    private HostCheck Tried(HostCheck check, ImmutableArray<(string Event, string Command)> hooks)
    {
        var session = $"kaizen-doctor-{Guid.NewGuid():N}";
        try
        {
            return check with
            {
                Start = Try(check.Client, isStart: true, hooks, session),
                Stop = Try(check.Client, isStart: false, hooks, session),
            };
        }
        finally
        {
            sessions.Delete(SessionKey.Of(session));
        }
    }

    private HookTry Try(
        AgentClient client,
        bool isStart,
        ImmutableArray<(string Event, string Command)> hooks,
        string session
    )
    {
        var name = client.Hooks.Entries[isStart ? 0 : 1].Event;
        if (
            hooks.FirstOrDefault(hook => hook.Event.Equals(name, StringComparison.OrdinalIgnoreCase)).Command
            is not { } command
        )
        {
            return new(null, $"no entry for {name}; run `{CommandLine.Name} agent install {client.Word}`");
        }

        if (HookProgram.WordsOf(command) is not { } words)
        {
            return new(null, $"not tried, because it is started in another way: {Quote.Of(command)}");
        }

        try
        {
            var answer = starter(words, ProbePayload.Of(client, isStart, session));
            return new(answer.Milliseconds, ProblemOf(answer));
        }
        catch (InputException wrong)
        {
            return new(null, $"{wrong.Error.Message}. {wrong.Error.Help}");
        }
    }

    private static string? ProblemOf(HookAnswer answer)
    {
        if (answer.ExitCode != 0)
        {
            var line = answer.Error.Split('\n').Select(one => one.Trim()).FirstOrDefault(one => one.Length > 0);
            return $"exit code {answer.ExitCode}{(line is null ? "" : $": {VisibleText.Cut(line.TrimEnd('.'), 200)}")}; run `dotnet tool restore`";
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Output);
            return document.RootElement.ValueKind is not JsonValueKind.Object ? "the answer is not a JSON object"
                : document.RootElement.EnumerateObject().Any() ? null
                : $"the answer is empty; run `{CommandLine.Name} agent log`";
        }
        catch (JsonException)
        {
            return "the answer is not JSON; something else prints to standard output";
        }
    }

    private ImmutableArray<(string Event, string Command)> HooksIn(string path) =>
        Content(path) is { } content
            ?
            [
                .. HookEntry
                    .Find(new JsonEdit(Shown(path), content).Root)
                    .Select(found => (found.Event, HookEntry.CommandOf(found.Way[^1])!)),
            ]
            : [];

    private byte[]? Content(string path)
    {
        var full = FullPath(path);
        try
        {
            return File.Exists(full) ? PlainFile.Read(full) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot be read: {failed.Message.TrimEnd('.')}", "Check the file.", Shown(path));
        }
    }

    private string FullPath(string path)
    {
        var full = Path.GetFullPath(path, sessions.Root);
        return workspace.Contained.Supplied(full, sessions.Root, path, Shown(path));
    }

    private string Shown(string path) => workspace.Shown(Path.GetFullPath(path, sessions.Root));

    private void Print(ImmutableArray<HostCheck> hosts, bool hasBacklog, int failed)
    {
        if (!hasBacklog)
        {
            host.Text.WriteLine($"no backlog found, so the hook says nothing; run `{CommandLine.Name} init`");
        }

        foreach (var check in hosts)
        {
            var files = check.IsInstalled ? string.Join(", ", check.Files.Select(LogText.Of)) : "not installed";
            host.Text.WriteLine($"{check.Client.Name}: {files}");
            Print("start", "briefed", check.Start);
            Print("stop", "asked", check.Stop);
            foreach (var problem in check.Problems)
            {
                host.Text.WriteLine($"  problem: {LogText.Message(problem)}");
            }

            if (check is { IsInstalled: true, HasServer: false })
            {
                host.Text.WriteLine($"  no MCP server in {check.Client.Servers!.Path}");
            }

            if (check.Last is { } last)
            {
                host.Text.WriteLine($"  last call: {LogRun.Line(last)}");
            }
            else if (check.IsInstalled)
            {
                host.Text.WriteLine(
                    $"  never called by {check.Client.Name} yet{(check.Client == AgentClient.Codex ? "; type /hooks in Codex to trust the hooks" : "")}"
                );
            }
        }

        if (hosts.All(check => !check.IsInstalled))
        {
            host.Text.WriteLine($"Next: `{CommandLine.Name} agent install HOST`");
        }

        if (failed > 0)
        {
            host.Text.WriteLine($"{Wording.Count(failed, "call")} failed; `{CommandLine.Name} agent log` says why");
        }
    }

    private void Print(string name, string done, HookTry? one)
    {
        if (one is not null)
        {
            var time = one.Milliseconds is { } milliseconds ? $" in {milliseconds} ms" : "";
            host.Text.WriteLine(
                one.Problem is { } problem ? $"  {name}: {LogText.Message(problem)}" : $"  {name}: {done}{time}"
            );
        }
    }
}
