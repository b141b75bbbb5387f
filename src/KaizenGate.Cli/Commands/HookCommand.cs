using System.CommandLine;
using KaizenGate.Cli.Hooks;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.History.Git;

namespace KaizenGate.Cli.Commands;

/// <summary><c>hook</c>: the git hooks that check a commit.</summary>
internal static class HookCommand
{
    public static Command Create(Host host)
    {
        var command = new ExplainedCommand(
            "hook",
            "Installs or removes the git hooks that check changes to the backlog.",
            new Example("hook install", "check every commit that changes the backlog"),
            new Example("hook install --merge-driver", "also merge backlogs improvement by improvement"),
            new Example("hook install --write", "in the files of husky, lefthook or pre-commit"),
            new Example("hook uninstall", "remove the hooks and restore the previous ones")
        )
        {
            InstallPart(host),
            UninstallPart(host),
            HookRunCommand.Create(host),
        };
        return command;
    }

    /// <summary>Installs the hooks and adds what it did to an answer.</summary>
    /// <exception cref="InputException">The hooks cannot be installed.</exception>
    public static void Install(Host host, FileAnswer answer) =>
        Install(host, answer, mayBeShared: false, mayWrite: false, withDriver: false);

    private static ExplainedCommand InstallPart(Host host)
    {
        var shared = Shared();
        var write = new Option<bool>("--write")
        {
            Description =
                "Add the hooks to the files of the manager (husky, lefthook, pre-commit) instead of printing how.",
        };
        var driver = new Option<bool>("--merge-driver")
        {
            Description = "Also configure this clone to merge backlogs with `merge-driver`.",
        };
        var command = new ExplainedCommand(
            "install",
            "Installs the hooks pre-commit, pre-merge-commit and commit-msg in this repository. Existing hooks are kept and run first. If a program manages the hooks (husky, Husky.Net, lefthook, pre-commit), prints how to add them to its files.",
            new Example("hook install", "repeat after changing `backlogs` in kaizen.json"),
            new Example("hook install --write", "in the files of husky, lefthook or pre-commit"),
            new Example("hook install --merge-driver", "also merge backlogs improvement by improvement")
        )
        {
            write,
            shared,
            driver,
        };
        return FileCommand.Of(
            host,
            command,
            (parsed, answer) =>
                Install(host, answer, parsed.GetValue(shared), parsed.GetValue(write), parsed.GetValue(driver))
        );
    }

    private static ExplainedCommand UninstallPart(Host host)
    {
        var shared = Shared();
        var command = new ExplainedCommand(
            "uninstall",
            "Removes the hooks, also from the files of a manager, and the merge driver. Restores the previous hooks.",
            new Example("hook uninstall", "remove them from this repository")
        )
        {
            shared,
        };
        return FileCommand.Of(host, command, (parsed, answer) => Uninstall(host, answer, parsed.GetValue(shared)));
    }

    private static Option<bool> Shared() =>
        new("--shared") { Description = "Allow changing a hooks folder outside of the repository." };

    private static void Install(Host host, FileAnswer answer, bool mayBeShared, bool mayWrite, bool withDriver)
    {
        var repository = HookRepository.Find(host);
        var backlogs = withDriver ? repository.Backlogs() : [];
        var installation = new HookInstallation(host, repository, answer);
        installation.Install(mayBeShared, mayWrite);
        if (withDriver)
        {
            var driver = repository.Driver(answer.IsDryRun);
            var isNew = ChangeDriver(() => driver.Install(backlogs));
            installation.Say(
                isNew ? FileAnswer.Wrote : FileAnswer.Kept,
                driver.FullPath,
                isNew
                    ? $"installed the merge driver for {string.Join(", ", backlogs.Select(LogText.Of))}"
                    : "the merge driver is already installed",
                driver.Texts.Before,
                driver.Texts.After
            );
        }
    }

    private static void Uninstall(Host host, FileAnswer answer, bool mayBeShared)
    {
        var repository = HookRepository.Find(host);
        var installation = new HookInstallation(host, repository, answer);
        installation.Uninstall(mayBeShared);
        var driver = repository.Driver(answer.IsDryRun);
        if (ChangeDriver(driver.Uninstall))
        {
            installation.Say(
                FileAnswer.Removed,
                driver.FullPath,
                "git merges backlogs line by line again",
                driver.Texts.Before,
                driver.Texts.After
            );
        }
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
}
