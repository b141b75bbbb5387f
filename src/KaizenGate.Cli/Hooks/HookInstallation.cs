using KaizenGate.Cli.Hooks.Managers;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Cli.Hooks;

/// <summary>Installs and removes hooks.</summary>
/// <param name="host">The environment.</param>
/// <param name="repository">The repository.</param>
/// <param name="answer">Receives what was done.</param>
internal sealed class HookInstallation(Host host, HookRepository repository, FileAnswer answer)
{
    /// <summary>Installs our hooks, or adds them to the manager of the hooks.</summary>
    /// <param name="mayBeShared">Whether a hooks folder outside of the repository may be changed.</param>
    /// <param name="mayWrite">Whether the files of a manager may be changed; otherwise its recipe is printed.</param>
    /// <exception cref="InputException">Something cannot be read or written.</exception>
    public void Install(bool mayBeShared, bool mayWrite)
    {
        if (Guarded(repository.Managers().Find) is { } manager)
        {
            Serve(manager, mayWrite);
        }
        else
        {
            var script = repository.Script();
            foreach (var file in repository.Files(mayBeShared, answer.IsDryRun))
            {
                Install(file, script.Of(file.Hook));
            }
        }

        if (!repository.HasProgram())
        {
            host.ErrorText.WriteLine(
                "warning: dotnet-kaizen is neither on the PATH nor in a tool manifest, so commits that change the backlog will fail. "
                    + "Install it with `dotnet tool install --global KaizenGate`."
            );
        }
    }

    /// <summary>Removes our hooks, from the files of managers too.</summary>
    /// <param name="mayBeShared">Whether a hooks folder outside of the repository may be changed.</param>
    /// <exception cref="InputException">Something cannot be read or written.</exception>
    public void Uninstall(bool mayBeShared)
    {
        var isRemoved = false;
        InputException? failed = null;
        foreach (var file in Guarded(() => repository.Managers().All().SelectMany(manager => manager.Files).ToList()))
        {
            try
            {
                isRemoved |= Remove(file);
            }
            catch (InputException wrong)
            {
                // A file that cannot be read must not keep the hooks installed.
                failed ??= wrong;
            }
        }

        if (!isRemoved || !repository.Place.IsShared || mayBeShared)
        {
            RemoveOwn(mayBeShared, isQuiet: isRemoved);
        }

        if (failed is not null)
        {
            throw failed;
        }
    }

    /// <summary>Adds what was done with a file; the texts are those before and after.</summary>
    public void Say(string what, string path, string remark, string? before = null, string? after = null) =>
        answer.Add(what, repository.Shown(path), remark, before, after);

    /// <param name="mayBeShared">Whether a hooks folder outside of the repository may be changed.</param>
    /// <param name="isQuiet">Whether to print only what is removed.</param>
    private void RemoveOwn(bool mayBeShared, bool isQuiet)
    {
        foreach (var file in repository.Files(mayBeShared, answer.IsDryRun))
        {
            var (before, after) = (file.Text(), file.TextBefore());
            var outcome = file.Uninstall();
            var (what, remark) = outcome switch
            {
                HookOutcome.Foreign => ("kept", "not a hook of KaizenGate"),
                HookOutcome.Removed => ("removed", "removed the hook"),
                HookOutcome.Restored => ("removed", "restored the previous hook"),
                _ => ("kept", "no hook is installed"),
            };
            if (!isQuiet || what == "removed")
            {
                Say(what, file.FullPath, remark, before, outcome is HookOutcome.Restored ? after : null);
            }
        }
    }

    private void Install(HookFile file, string text)
    {
        var before = file.Text();
        var (what, remark) = file.Install(text) switch
        {
            HookOutcome.Nothing => ("kept", "already installed"),
            HookOutcome.Updated => ("wrote", "updated the hook"),
            HookOutcome.Chained => (
                "wrote",
                $"installed the hook; it runs the previous one first, now {LogText.Of(repository.Shown(file.Before))}"
            ),
            _ => ("wrote", $"installed the hook; it {file.Hook.Purpose}"),
        };
        Say(what, file.FullPath, remark, before, text);
    }

    private void Serve(HookManager manager, bool mayWrite)
    {
        if (manager.Files.IsEmpty)
        {
            throw new InputException(
                $"{manager.Name} manages the hooks of this repository",
                "Add the command `dotnet-kaizen check --staged --only-changed` to its pre-commit hook.",
                repository.Shown(manager.Found)
            );
        }

        if (!Path.Exists(Path.Join(repository.TopLevel, manager.Found)))
        {
            throw new InputException(
                $"a hook of {manager.Name} is installed, but its file is missing",
                $"Create it, or remove the hook from {repository.Shown(repository.Place.Folder)}.",
                manager.Found
            );
        }

        var texts = Guarded(() => manager.Files.Select(Changed).ToList());
        if (mayWrite || texts.TrueForAll(one => one.After == one.Before))
        {
            if (texts.Find(one => one.After is null) is { File: { } closed })
            {
                throw new InputException(
                    "no place found for the hooks",
                    "Add them by hand, as `dotnet kaizen hook install` without --write shows them.",
                    closed.Path
                );
            }

            foreach (var (file, path, before, after) in texts)
            {
                if (before == after)
                {
                    Say("kept", path, "already installed");
                    continue;
                }

                if (!answer.IsDryRun)
                {
                    Guarded(() => file.Write(path, after));
                }

                Say(FileAnswer.Wrote, path, $"added the hooks to {manager.Name}", before, after);
            }

            foreach (var own in repository.Place.IsShared ? [] : repository.Files(mayBeShared: false, answer.IsDryRun))
            {
                var (before, after) = (own.Text(), own.TextBefore());
                if (own.Uninstall() is HookOutcome.Removed or HookOutcome.Restored)
                {
                    Say(FileAnswer.Removed, own.FullPath, $"{manager.Name} runs it now", before, after);
                }
            }

            answer.Prose.WriteLine($"Run `{manager.Activate}` in each clone where {manager.Name} is not active yet.");
            return;
        }

        answer.Prose.WriteLine(
            $"{manager.Name} manages the hooks of this repository ({LogText.Of(manager.Found)}). `{CommandLine.Name} hook install --write` adds:"
        );
        foreach (var file in manager.Files)
        {
            answer.Prose.WriteLine();
            answer.Prose.WriteLine($"{LogText.Of(file.Path)}:");
            foreach (var line in (file.Shown ?? "the script that these start").TrimEnd('\n').Split('\n'))
            {
                answer.Prose.WriteLine($"    {LogText.Of(line)}");
            }
        }
    }

    private (RecipeFile File, string Path, string? Before, string? After) Changed(RecipeFile file)
    {
        var path = repository.PathOf(file);
        var before = RecipeFile.Read(path);
        var mark = MarkOf(before);
        var after = file.With(before?[mark.Length..]);
        return (file, path, before, after is null ? null : mark + after);
    }

    private bool Remove(RecipeFile file) =>
        Guarded(() =>
        {
            var path = repository.PathOf(file);
            var before = RecipeFile.Read(path);
            var mark = MarkOf(before);
            if (before is null || file.Without(before[mark.Length..]) is var rest && mark + rest == before)
            {
                return false;
            }

            var after = rest is null ? null : mark + rest;

            if (!answer.IsDryRun)
            {
                file.Write(path, after);
            }

            Say(FileAnswer.Removed, path, after is null ? "removed the file" : "removed the hooks", before, after);
            return true;
        });

    /// <summary>The byte order mark at the start of a text; empty without one.</summary>
    private static string MarkOf(string? text) => text is ['\uFEFF', ..] ? "\uFEFF" : "";

    private static void Guarded(Action change) =>
        Guarded(() =>
        {
            change();
            return true;
        });

    private static T Guarded<T>(Func<T> change)
    {
        try
        {
            return change();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"a file of the hook manager cannot be read or changed: {failed.Message.TrimEnd('.')}",
                "Check its permissions and try again."
            );
        }
    }
}
