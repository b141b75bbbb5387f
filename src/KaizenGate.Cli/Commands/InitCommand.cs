using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Checking;
using KaizenGate.Cli.Starting;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>init</c>: the files to begin with.</summary>
internal static class InitCommand
{
    /// <param name="host">Where it runs.</param>
    /// <param name="installHook">Installs the git hook and says so; returns the exit status.</param>
    public static Command Create(Host host, Func<Host, int> installHook)
    {
        var pipelines = Pipeline.All.ToDictionary(
            pipeline => pipeline,
            pipeline => new Option<bool>(pipeline.Option)
            {
                Description =
                    $"Write what runs the gate on {pipeline.Server}: {string.Join(", ", pipeline.Files.Select(file => file.Path))}.",
            }
        );
        var hook = new Option<bool>("--hook") { Description = "Install the git hook that judges what is committed." };
        var agents = new Option<bool>("--agents")
        {
            Description = $"Add a section to {AgentGuide.FileName} that tells agents how to capture.",
        };
        var command = new ExplainedCommand(
            "init",
            "Writes a backlog with a first improvement and the settings, and on request what runs the gate. It overwrites nothing.",
            new Example("init", "in a repository that has no backlog"),
            new Example("init --github --hook", "and judge every pull request and every commit"),
            new Example("init --agents", "and tell agents how to capture what they find")
        );
        foreach (var option in pipelines.Values)
        {
            command.Add(option);
        }

        command.Add(agents);
        command.Add(hook);
        command.SetAction(parsed =>
        {
            var wanted = pipelines.Where(one => parsed.GetValue(one.Value)).Select(one => one.Key);
            Run(host, [.. wanted], parsed.GetValue(agents));
            return parsed.GetValue(hook) ? installHook(host) : ExitStatus.Open;
        });
        return command;
    }

    private static void Run(Host host, IReadOnlyList<Pipeline> pipelines, bool forAgents)
    {
        var workspace = new Workspace(host.WorkingFolder);
        // Settings that cannot be read are told before anything is written.
        var settings = SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides()
        );
        var files = new StarterFiles(host, workspace, AsOf.Of(null, host));
        WriteBacklog(files, workspace, settings);
        if (settings.Files.LastOrDefault() is { } existing)
        {
            files.Keep(existing);
        }
        else
        {
            files.Write(Starter.Settings, workspace.Folder);
        }

        var root = Workspace.RepositoryAbove(workspace.Folder) ?? workspace.Folder;
        foreach (var file in pipelines.SelectMany(pipeline => pipeline.Files))
        {
            files.Write(file, root);
        }

        if (forAgents)
        {
            files.Guide(root);
        }

        host.Text.WriteLine();
        host.Text.WriteLine(
            files.HasWritten
                ? $"Commit what was written; `{CommandLine.Name} check` judges the backlog."
                : "Nothing was written."
        );
    }

    private static void WriteBacklog(StarterFiles files, Workspace workspace, LoadedSettings settings)
    {
        var finder = new BacklogFinder(workspace, settings.Settings.Archive);
        if (finder.Usual().FirstOrDefault() is { } found)
        {
            files.Keep(found.FullPath);
        }
        else if (settings.Settings.Backlogs.IsEmpty)
        {
            files.Write(Starter.Backlog, workspace.Folder);
        }
        else
        {
            files.Keep(settings.Files[^1], "it names the backlogs");
        }
    }
}
