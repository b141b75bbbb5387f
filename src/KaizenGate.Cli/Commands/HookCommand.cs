using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Hooks;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Cli.Commands;

/// <summary><c>hook</c>: the hook of git that judges what is committed.</summary>
internal static class HookCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "hook",
            "Installs or removes the git hook that judges a commit of the backlog before it is made.",
            new Example("hook install", "judge every commit that changes the backlog"),
            new Example("hook uninstall", "no longer, and what was there before comes back")
        )
        {
            Part(
                "install",
                "Writes the pre-commit hook of this repository; a hook that is there is kept, and runs first.",
                new Example("hook install", "in a repository; again after `backlogs` in kaizen.json changed"),
                shared => Install(host, shared)
            ),
            Part(
                "uninstall",
                "Removes the hook, and puts back the one that was there before.",
                new Example("hook uninstall", "in a repository"),
                shared => Uninstall(host, shared)
            ),
        };
        return command;
    }

    /// <summary>Installs the hook, and says so.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="InputException">It cannot be installed.</exception>
    public static int Install(Host host) => Install(host, mayBeShared: false);

    private static ExplainedCommand Part(string name, string description, Example example, Func<bool, int> run)
    {
        var shared = new Option<bool>("--shared")
        {
            Description = "Change a folder of hooks that lies outside of the repository, too.",
        };
        var command = new ExplainedCommand(name, description, example) { shared };
        command.SetAction(parsed => run(parsed.GetValue(shared)));
        return command;
    }

    private static int Install(Host host, bool mayBeShared)
    {
        var repository = HookRepository.Find(host, mayBeShared);
        var file = repository.File();
        var (what, remark) = file.Install(repository.Script()) switch
        {
            HookOutcome.Nothing => ("kept", "it is installed already"),
            HookOutcome.Updated => ("wrote", "the hook, brought up to date"),
            HookOutcome.Chained => (
                "wrote",
                $"the hook; it starts the one that was there, now {repository.Shown(file.Before)}"
            ),
            _ => ("wrote", "the hook; it judges commits that change the backlog"),
        };
        Say(host, what, repository.Shown(file.FullPath), remark);
        return ExitStatus.Open;
    }

    private static int Uninstall(Host host, bool mayBeShared)
    {
        var repository = HookRepository.Find(host, mayBeShared);
        var file = repository.File();
        var (what, remark) = file.Uninstall() switch
        {
            HookOutcome.Foreign => ("kept", "this hook is not of KaizenGate"),
            HookOutcome.Removed => ("removed", "commits are no longer judged"),
            HookOutcome.Restored => ("removed", "the hook that was there before is back"),
            _ => ("kept", "no hook is installed"),
        };
        Say(host, what, repository.Shown(file.FullPath), remark);
        return ExitStatus.Open;
    }

    private static void Say(Host host, string what, string path, string remark) =>
        host.Text.WriteLine($"{what, -5}  {LogText.Of(path), -28}  {remark}");
}
