using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Adopting;
using KaizenGate.Cli.Items;
using KaizenGate.Cli.Starting;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Commands;

/// <summary><c>init</c>: creates the starter files.</summary>
internal static class InitCommand
{
    /// <param name="host">The environment.</param>
    /// <param name="installHook">Installs the git hook and adds what it did to an answer.</param>
    public static Command Create(Host host, Action<Host, FileAnswer> installHook)
    {
        var pipelines = Pipeline.All.ToDictionary(
            pipeline => pipeline,
            pipeline => new Option<bool>(pipeline.Option)
            {
                Description =
                    $"Add the gate to {pipeline.Server}: {string.Join(", ", pipeline.Files.Select(file => file.Path))}.",
            }
        );
        var hook = new Option<bool>("--hook") { Description = "Install the git pre-commit hook." };
        var agents = new Option<string[]>("--agents")
        {
            HelpName = "FILE",
            Description =
                $"Tell agents how to capture improvements, in a section of the file for {string.Join(", ", AgentGuide.Files.Select(one => one.Word))}. Default: {AgentGuide.Files[0].Word}, which is {AgentGuide.Files[0].File}. Repeatable.",
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        agents.CompletionSources.Add([.. AgentGuide.Files.Select(one => one.Word)]);
        var dryRun = CommonArguments.DryRun();
        var format = FormatOption.TextOrJson();
        var command = new ExplainedCommand(
            "init",
            "Creates a backlog with a first improvement, and the settings. Options add the gate to a build server or to git. Existing files are kept.",
            new Example("init", "start in a repository without a backlog"),
            new Example("init --github --dry-run", "preview the files"),
            new Example("init --github --hook", "also check every pull request and every commit"),
            new Example("init --agents agents --agents claude", "also tell agents, in AGENTS.md and CLAUDE.md")
        );
        foreach (var option in pipelines.Values)
        {
            command.Add(option);
        }

        command.Add(agents);
        command.Add(hook);
        command.Add(dryRun);
        format.AddTo(command);
        command.SetAction(parsed =>
        {
            var answer = new FileAnswer(host, format.IsJson(parsed), parsed.GetValue(dryRun));
            var wanted = pipelines.Where(one => parsed.GetValue(one.Value)).Select(one => one.Key);
            var guides = GuidesOf(parsed.GetResult(agents) is null ? null : parsed.GetValue(agents) ?? []);
            Run(host, [.. wanted], guides, answer);
            if (parsed.GetValue(hook))
            {
                installHook(host, answer);
            }

            answer.End();
            return ExitCode.Passed;
        });
        return command;
    }

    private static void Run(
        Host host,
        IReadOnlyList<Pipeline> pipelines,
        ImmutableArray<string> guides,
        FileAnswer answer
    )
    {
        var workspace = new Workspace(host.WorkingFolder);
        // Fails on invalid settings before anything is written.
        var settings = SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides()
        );
        var files = new StarterFiles(host, workspace, AsOf.Of(null, host), answer);
        var lists =
            settings.Files.IsEmpty && settings.Settings.Backlogs.IsEmpty ? new AdoptionBuilder(host).Find([]) : [];
        if (lists.IsEmpty || lists.Any(one => one.IsUsual))
        {
            WriteBacklog(files, workspace, settings);
            WriteSettings(files, workspace, settings);
        }
        else
        {
            // A template would hide the list, and settings that do not name it would not find it.
            files.Keep(lists[0].Backlog.File.FullPath, "has entries, so no template is written");
        }

        var root = RepositoryFolder.Above(workspace.Folder) ?? workspace.Folder;
        foreach (var file in pipelines.SelectMany(pipeline => pipeline.Files))
        {
            files.Write(file, root);
        }

        foreach (var guide in guides)
        {
            files.Guide(root, guide);
        }

        answer.Prose.WriteLine();
        answer.Prose.WriteLine(
            !answer.HasChanges ? "Nothing to write."
            : answer.IsDryRun ? "Nothing was written."
            : $"Commit these files. `{CommandLine.Name} check` checks the backlog."
        );
        if (!lists.IsEmpty)
        {
            Offer(host, lists[0].Backlog, asks: !answer.IsJson && !answer.IsDryRun);
        }
    }

    /// <summary>The files for the agents that are named; AGENTS.md when none is.</summary>
    /// <exception cref="InputException">A name is unknown.</exception>
    private static ImmutableArray<string> GuidesOf(string[]? names)
    {
        string[] words = [.. AgentGuide.Files.Select(one => one.Word)];
        return names switch
        {
            null => [],
            [] => [AgentGuide.Files[0].File],
            _ =>
            [
                .. names
                    .Select(name =>
                        Array.IndexOf(words, name) is >= 0 and var at
                            ? AgentGuide.Files[at].File
                            : throw new InputException(
                                $"unknown value {Quote.Of(name)} for --agents",
                                NearestName.Help(name, words)
                            )
                    )
                    .Distinct(),
            ],
        };
    }

    private static void Offer(Host host, Backlog list, bool asks)
    {
        var questions = new Questions(host);
        var entries = $"{LogText.Path(list.File.Path)} has {Wording.Count(list.Account.Total, "entry", "entries")}";
        if (!asks || !questions.CanAsk)
        {
            host.ErrorText.WriteLine($"{entries}. Next: `{CommandLine.Name} adopt`");
        }
        else if (questions.IsYes($"{entries}. Adopt this list? [Y/n]"))
        {
            new AdoptRun(host, [], AsOf.Of(null, host)).Run();
        }
    }

    private static void WriteSettings(StarterFiles files, Workspace workspace, LoadedSettings settings)
    {
        if (settings.Files.LastOrDefault() is { } existing)
        {
            files.Keep(existing);
        }
        else
        {
            files.Write(Starter.Settings, workspace.Folder);
        }
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
            files.Keep(settings.Files[^1], "sets the backlogs");
        }
    }
}
