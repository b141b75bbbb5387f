using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Hooks;
using KaizenGate.Escaping;
using KaizenGate.History.Git;

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
            new Example("hook install --merge-driver", "and let git merge it improvement by improvement"),
            new Example("hook uninstall", "no longer, and what was there before comes back")
        )
        {
            InstallPart(host),
            UninstallPart(host),
        };
        return command;
    }

    /// <summary>Installs the hook, and says so.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="InputException">It cannot be installed.</exception>
    public static int Install(Host host) => Install(host, mayBeShared: false, withDriver: false);

    private static ExplainedCommand InstallPart(Host host)
    {
        var shared = Shared();
        var driver = new Option<bool>("--merge-driver")
        {
            Description = "Let git merge the backlogs of this clone with `merge-driver`, too.",
        };
        var command = new ExplainedCommand(
            "install",
            "Writes the pre-commit hook of this repository; a hook that is there is kept, and runs first.",
            new Example("hook install", "in a repository; again after `backlogs` in kaizen.json changed"),
            new Example("hook install --merge-driver", "also merge improvement by improvement")
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
            "Removes the hook, puts back the one that was there before, and removes the merge driver.",
            new Example("hook uninstall", "in a repository")
        )
        {
            shared,
        };
        command.SetAction(parsed => Uninstall(host, parsed.GetValue(shared)));
        return command;
    }

    private static Option<bool> Shared() =>
        new("--shared") { Description = "Change a folder of hooks that lies outside of the repository, too." };

    private static int Install(Host host, bool mayBeShared, bool withDriver)
    {
        var repository = HookRepository.Find(host, mayBeShared);
        var backlogs = withDriver ? repository.Backlogs() : [];
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
        if (withDriver)
        {
            var driver = repository.Driver();
            var isNew = Asked(() => driver.Install(backlogs));
            Say(
                host,
                isNew ? "wrote" : "kept",
                repository.Shown(driver.FullPath),
                isNew
                    ? $"the merge driver; git merges {string.Join(", ", backlogs.Select(LogText.Of))} with it"
                    : "the merge driver is installed already"
            );
        }

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
        var driver = repository.Driver();
        if (Asked(driver.Uninstall))
        {
            Say(host, "removed", repository.Shown(driver.FullPath), "git merges backlogs by lines again");
        }

        return ExitStatus.Open;
    }

    private static bool Asked(Func<bool> change)
    {
        try
        {
            return change();
        }
        catch (GitException failed)
        {
            throw new InputException(
                new InputError("the merge driver cannot be installed or removed", $"Git: {failed.Reason}")
            );
        }
    }

    private static void Say(Host host, string what, string path, string remark) =>
        host.Text.WriteLine($"{what, -5}  {LogText.Of(path), -28}  {remark}");
}
