using System.CommandLine;
using KaizenGate.Cli.Hooks;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Cli.Commands;

/// <summary><c>hook</c>: the git pre-commit hook that checks a commit.</summary>
internal static class HookCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "hook",
            "Installs or removes the git pre-commit hook that checks changes to the backlog.",
            new Example("hook install", "check every commit that changes the backlog"),
            new Example("hook install --merge-driver", "also merge backlogs improvement by improvement"),
            new Example("hook uninstall", "remove the hook and restore the previous one")
        )
        {
            InstallPart(host),
            UninstallPart(host),
        };
        return command;
    }

    /// <summary>Installs the hook and prints the result.</summary>
    /// <exception cref="InputException">The hook cannot be installed.</exception>
    public static int Install(Host host) => Install(host, mayBeShared: false, withDriver: false);

    private static ExplainedCommand InstallPart(Host host)
    {
        var shared = Shared();
        var driver = new Option<bool>("--merge-driver")
        {
            Description = "Also configure this clone to merge backlogs with `merge-driver`.",
        };
        var command = new ExplainedCommand(
            "install",
            "Installs the pre-commit hook in this repository. An existing hook is kept and runs first.",
            new Example("hook install", "repeat after changing `backlogs` in kaizen.json"),
            new Example("hook install --merge-driver", "also merge backlogs improvement by improvement")
        )
        {
            shared,
            driver,
        };
        command.SetAction(parsed => Install(host, parsed.GetValue(shared), parsed.GetValue(driver)));
        return command;
    }

    private static ExplainedCommand UninstallPart(Host host)
    {
        var shared = Shared();
        var command = new ExplainedCommand(
            "uninstall",
            "Removes the hook and the merge driver. Restores the previous hook.",
            new Example("hook uninstall", "remove it from this repository")
        )
        {
            shared,
        };
        command.SetAction(parsed => Uninstall(host, parsed.GetValue(shared)));
        return command;
    }

    private static Option<bool> Shared() =>
        new("--shared") { Description = "Allow changing a hooks folder outside of the repository." };

    private static int Install(Host host, bool mayBeShared, bool withDriver)
    {
        var repository = HookRepository.Find(host, mayBeShared);
        var backlogs = withDriver ? repository.Backlogs() : [];
        var file = repository.File();
        var (what, remark) = file.Install(repository.Script()) switch
        {
            HookOutcome.Nothing => ("kept", "already installed"),
            HookOutcome.Updated => ("wrote", "updated the hook"),
            HookOutcome.Chained => (
                "wrote",
                $"installed the hook; it runs the previous one first, now {repository.Shown(file.Before)}"
            ),
            _ => ("wrote", "installed the hook; it checks commits that change the backlog"),
        };
        Say(host, what, repository.Shown(file.FullPath), remark);
        if (withDriver)
        {
            var driver = repository.Driver();
            var isNew = ChangeDriver(() => driver.Install(backlogs));
            Say(
                host,
                isNew ? "wrote" : "kept",
                repository.Shown(driver.FullPath),
                isNew
                    ? $"installed the merge driver for {string.Join(", ", backlogs.Select(LogText.Of))}"
                    : "the merge driver is already installed"
            );
        }

        return ExitCode.Passed;
    }

    private static int Uninstall(Host host, bool mayBeShared)
    {
        var repository = HookRepository.Find(host, mayBeShared);
        var file = repository.File();
        var (what, remark) = file.Uninstall() switch
        {
            HookOutcome.Foreign => ("kept", "not a hook of KaizenGate"),
            HookOutcome.Removed => ("removed", "commits are no longer checked"),
            HookOutcome.Restored => ("removed", "restored the previous hook"),
            _ => ("kept", "no hook is installed"),
        };
        Say(host, what, repository.Shown(file.FullPath), remark);
        var driver = repository.Driver();
        if (ChangeDriver(driver.Uninstall))
        {
            Say(host, "removed", repository.Shown(driver.FullPath), "git merges backlogs line by line again");
        }

        return ExitCode.Passed;
    }

    private static bool ChangeDriver(Func<bool> change)
    {
        try
        {
            return change();
        }
        catch (GitException failed)
        {
            throw new InputException("the merge driver cannot be installed or removed", $"Git: {failed.Reason}");
        }
    }

    private static void Say(Host host, string what, string path, string remark) =>
        host.Text.WriteLine($"{what, -5}  {LogText.Of(path), -28}  {remark}");
}
