using System.Collections.Immutable;
using System.Text;
using KaizenGate.Cli.Agents.Hosts;
using KaizenGate.Cli.Hooks;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Agents;

/// <summary>Adds our parts to the files of hosts, or removes them. All files are changed in memory before the first one is written.</summary>
internal sealed class InstallRun
{
    private readonly Host host;
    private readonly FileAnswer answer;
    private readonly Workspace workspace;
    private readonly Journal journal;
    private readonly string root;
    private readonly Dictionary<string, (byte[]? Before, byte[]? After, string Remark)> changes = new(
        StringComparer.Ordinal
    );

    public InstallRun(Host host, FileAnswer answer, string command)
    {
        (this.host, this.answer) = (host, answer);
        workspace = new(host.WorkingFolder);
        journal = host.Journal(command);
        root = RepositoryFolder.Above(workspace.Folder) ?? workspace.Folder;
    }

    /// <summary>Returns the hosts that a repository seems to be used with.</summary>
    public ImmutableArray<AgentClient> Found() =>
        [.. AgentClient.All.Where(client => client.Signs.Any(sign => Path.Exists(Path.Join(root, sign))))];

    /// <summary>Adds our parts.</summary>
    /// <param name="clients">The hosts.</param>
    /// <param name="withServers">Whether to add the MCP server too.</param>
    /// <exception cref="InputException">A file cannot be changed; none is.</exception>
    public void Install(ImmutableArray<AgentClient> clients, bool withServers)
    {
        var hasClaude = clients.Contains(AgentClient.Claude) || IsIn(AgentClient.Claude.Hooks);
        foreach (var client in clients)
        {
            if (client.ReadsClaude && hasClaude && !clients.Contains(AgentClient.Cloud))
            {
                Keep(AgentClient.Claude.Hooks, $"{client.Name} reads this file too");
            }
            else
            {
                Add(client.Hooks);
            }

            if (withServers && client.Servers is { } servers)
            {
                Add(servers);
            }
        }

        if (clients.Contains(AgentClient.Claude) && !clients.Contains(AgentClient.Cloud))
        {
            // Two files would call the hook twice. `install cloud` keeps both, because the cloud agent reads only this one.
            Remove(
                AgentClient.GitHubHooks,
                $"VS Code and Copilot CLI read {AgentClient.Claude.Hooks.Path}; for the cloud agent, run `{CommandLine.Name} agent install claude cloud`"
            );
        }

        Write();
        if (!InstalledProgram.IsOnPath(host.Environment) && !InstalledProgram.IsLocalTool(root))
        {
            host.ErrorText.WriteLine(
                "warning: dotnet-kaizen is neither on the PATH nor in a tool manifest, so hosts cannot start it. "
                    + "Install it with `dotnet new tool-manifest` and `dotnet tool install KaizenGate`."
            );
        }

        foreach (var hint in clients.Select(client => client.Hint).OfType<string>())
        {
            answer.Prose.WriteLine(hint);
        }
    }

    /// <summary>Removes our parts.</summary>
    /// <exception cref="InputException">A file cannot be changed; none is.</exception>
    public void Uninstall(ImmutableArray<AgentClient> clients)
    {
        foreach (var client in clients)
        {
            Remove(client.Hooks, client.Hooks.Purpose);
            if (client.Servers is { } servers)
            {
                Remove(servers, servers.Purpose);
            }
        }

        Write();
    }

    private bool IsIn(HostFile file) => Content(file.Path) is { } content && file.IsIn(content, Shown(file.Path));

    private void Add(HostFile file)
    {
        var before = Content(file.Path);
        Change(file, file.With(before, Shown(file.Path)), file.Purpose);
    }

    private void Remove(HostFile file, string remark)
    {
        if (Content(file.Path) is { } before)
        {
            var after = file.Without(before, Shown(file.Path));
            if (after is null || !after.AsSpan().SequenceEqual(before))
            {
                Change(file, after, remark);
            }
        }
    }

    private void Keep(HostFile file, string remark)
    {
        if (!changes.ContainsKey(file.Path))
        {
            Change(file, Content(file.Path), remark);
        }
    }

    private void Change(HostFile file, byte[]? after, string remark) =>
        changes[file.Path] = changes.TryGetValue(file.Path, out var change)
            ? change with
            {
                After = after,
                Remark = change.Remark == remark ? remark : $"{change.Remark}; {remark}",
            }
            : (OnDisk(file.Path), after, remark);

    /// <summary>The content of a file with the changes so far; null when there is none.</summary>
    private byte[]? Content(string path) => changes.TryGetValue(path, out var change) ? change.After : OnDisk(path);

    private byte[]? OnDisk(string path)
    {
        var full = FullPath(path);
        try
        {
            return Path.Exists(full) || new FileInfo(full).LinkTarget is not null ? PlainFile.Read(full) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"cannot be read: {failed.Message.TrimEnd('.')}",
                "Check the file, and try again.",
                Shown(path)
            );
        }
    }

    private void Write()
    {
        foreach (var (path, (before, after, remark)) in changes)
        {
            var isSame = before is null ? after is null : after?.AsSpan().SequenceEqual(before) == true;
            var full = FullPath(path);
            try
            {
                if (!isSame && !answer.IsDryRun)
                {
                    WriteFile(full, after);
                }
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                throw new InputException(
                    $"cannot be written: {failed.Message.TrimEnd('.')}",
                    "Check its permissions and try again. Files already written stay.",
                    Shown(path)
                );
            }

            answer.Add(
                isSame ? FileAnswer.Kept
                    : after is null ? FileAnswer.Removed
                    : FileAnswer.Wrote,
                Shown(path),
                remark,
                TextOf(before),
                TextOf(after)
            );
        }
    }

    private void WriteFile(string path, byte[]? content)
    {
        if (content is null)
        {
            NewFile.Delete(path);
        }
        else
        {
            journal.Write(path, content);
        }
    }

    private static string? TextOf(byte[]? content) => content is null ? null : Encoding.UTF8.GetString(content);

    private string FullPath(string path)
    {
        var full = Path.GetFullPath(path, root);
        workspace.Contained.Supplied(full, root, path, Shown(path));
        return full;
    }

    private string Shown(string path) => workspace.Shown(Path.GetFullPath(path, root));
}
