using System.Text;
using KaizenGate.Cli.Hooks.Managers;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>What was done with the hook.</summary>
internal enum HookOutcome
{
    Nothing,
    Installed,
    Chained,
    Updated,
    Removed,
    Restored,
    Foreign,
}

/// <summary>One hook of ours, and the previous one.</summary>
/// <param name="hook">The hook.</param>
/// <param name="folder">Absolute path of the hooks folder, which may not exist.</param>
/// <param name="shown">Formats a path for messages.</param>
/// <param name="isDryRun">Whether to change nothing.</param>
internal sealed class HookFile(GitHook hook, string folder, Func<string, string> shown, bool isDryRun)
{
    /// <summary>Managers rename a hook that they find to this, and run it.</summary>
    private static readonly string[] RenamedBy = [".legacy", ".old"];

    /// <summary>The hook.</summary>
    public GitHook Hook { get; } = hook;

    /// <summary>The file that git runs.</summary>
    public string FullPath { get; } = Path.Join(folder, hook.Name);

    /// <summary>The previous hook, if any.</summary>
    public string Before { get; } = Path.Join(folder, $"{hook.Name}.kaizen-before");

    /// <summary>Writes the hook. A foreign hook is kept, and the hook runs it first.</summary>
    /// <exception cref="InputException">The hook cannot be written; the previous one is untouched.</exception>
    public HookOutcome Install(string text) => Guarded(() => InstallOrFail(text));

    /// <summary>Removes the hook, and restores the previous one.</summary>
    /// <exception cref="InputException">The hook cannot be removed.</exception>
    public HookOutcome Uninstall() => Guarded(UninstallOrFail);

    /// <summary>The text of the hook; null if there is none, or it cannot be read.</summary>
    public string? Text() => TextAt(FullPath);

    /// <summary>The text of the previous hook; null if there is none, or it cannot be read.</summary>
    public string? TextBefore() => TextAt(Before);

    private static string? TextAt(string path)
    {
        try
        {
            return File.Exists(path) ? PlainFile.ReadText(path) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private HookOutcome InstallOrFail(string text)
    {
        if (!isDryRun)
        {
            Directory.CreateDirectory(folder);
        }

        if (Is(FullPath) && !IsOurs(FullPath))
        {
            if (Is(Before))
            {
                throw new InputException(
                    "another hook has replaced the installed one",
                    $"Remove either this file or {shown(Before)}, and try again.",
                    shown(FullPath)
                );
            }

            if (!isDryRun)
            {
                Chain(text);
            }

            return HookOutcome.Chained;
        }

        var isNew = !Is(FullPath);
        if (!isNew && PlainFile.ReadText(FullPath) == text && IsProgram())
        {
            return HookOutcome.Nothing;
        }

        if (!isDryRun)
        {
            Write(text);
        }

        return isNew ? HookOutcome.Installed : HookOutcome.Updated;
    }

    private void Chain(string text)
    {
        File.Move(FullPath, Before);
        try
        {
            Write(text);
        }
        catch
        {
            File.Move(Before, FullPath);
            throw;
        }
    }

    private HookOutcome UninstallOrFail()
    {
        var renamed = RenamedBy.Select(end => FullPath + end).Where(path => Is(path) && IsOurs(path));
        foreach (var path in isDryRun ? [] : renamed)
        {
            File.Delete(path);
        }

        if (Is(FullPath) && !IsOurs(FullPath))
        {
            return HookOutcome.Foreign;
        }

        if (Is(Before))
        {
            if (!isDryRun)
            {
                File.Move(Before, FullPath, overwrite: true);
            }

            return HookOutcome.Restored;
        }

        if (!Is(FullPath))
        {
            return HookOutcome.Nothing;
        }

        if (!isDryRun)
        {
            File.Delete(FullPath);
        }

        return HookOutcome.Removed;
    }

    /// <summary>Atomic, so git never runs half a hook.</summary>
    private void Write(string text) =>
        ReplacedFile.Write(
            FullPath,
            stream => stream.Write(Encoding.UTF8.GetBytes(text)),
            mode: EmbeddedText.Executable
        );

    private static bool IsOurs(string path) =>
        new FileInfo(path).LinkTarget is null && HookScript.IsOne(PlainFile.ReadText(path));

    private bool IsProgram() =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(FullPath) == EmbeddedText.Executable;

    // A broken link exists too.
    private static bool Is(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private HookOutcome Guarded(Func<HookOutcome> change)
    {
        try
        {
            return change();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the hook cannot be changed: {failed.Message.TrimEnd('.')}",
                "Check the permissions of its folder and try again.",
                shown(FullPath)
            );
        }
    }
}
