using System.Text;
using KaizenGate.Backlogs;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>What became of the hook.</summary>
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

/// <summary>The hook in its folder, and the one that was there before.</summary>
/// <param name="folder">The folder of the hooks; absolute, need not exist.</param>
/// <param name="shown">Names a file as a person would type it.</param>
internal sealed class HookFile(string folder, Func<string, string> shown)
{
    private const UnixFileMode Program =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>The file that git starts.</summary>
    public string FullPath { get; } = Path.Join(folder, "pre-commit");

    /// <summary>Where a hook is kept that was there before.</summary>
    public string Before { get; } = Path.Join(folder, "pre-commit.kaizen-before");

    /// <summary>Writes the hook; one that is there and not ours is kept and started by it.</summary>
    /// <exception cref="InputException">It cannot be written; what was there is untouched.</exception>
    public HookOutcome Install(string text) => Guarded(() => InstallOrFail(text));

    /// <summary>Removes the hook, and puts back the one that was there before.</summary>
    /// <exception cref="InputException">It cannot be removed.</exception>
    public HookOutcome Uninstall() => Guarded(UninstallOrFail);

    private HookOutcome InstallOrFail(string text)
    {
        Directory.CreateDirectory(folder);
        if (Is(FullPath) && !IsOurs())
        {
            if (Is(Before))
            {
                throw new InputException(
                    new InputError(
                        "another hook was written over the one installed here",
                        $"Keep one of it and {shown(Before)}, and run it again.",
                        shown(FullPath)
                    )
                );
            }

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

            return HookOutcome.Chained;
        }

        var isNew = !Is(FullPath);
        if (!isNew && File.ReadAllText(FullPath) == text && IsProgram())
        {
            return HookOutcome.Nothing;
        }

        Write(text);
        return isNew ? HookOutcome.Installed : HookOutcome.Updated;
    }

    private HookOutcome UninstallOrFail()
    {
        if (Is(FullPath) && !IsOurs())
        {
            return HookOutcome.Foreign;
        }

        if (Is(Before))
        {
            File.Move(Before, FullPath, overwrite: true);
            return HookOutcome.Restored;
        }

        if (!Is(FullPath))
        {
            return HookOutcome.Nothing;
        }

        File.Delete(FullPath);
        return HookOutcome.Removed;
    }

    /// <summary>Git never starts half of it.</summary>
    private void Write(string text) =>
        ReplacedFile.Write(FullPath, stream => stream.Write(Encoding.UTF8.GetBytes(text)), mode: Program);

    private bool IsOurs() => new FileInfo(FullPath).LinkTarget is null && HookScript.IsOne(File.ReadAllText(FullPath));

    private bool IsProgram() => OperatingSystem.IsWindows() || File.GetUnixFileMode(FullPath) == Program;

    // A link to nowhere is there, too.
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
                new InputError(
                    $"the hook cannot be changed: {failed.Message.TrimEnd('.')}",
                    "Check that its folder can be written to, and run it again.",
                    shown(FullPath)
                )
            );
        }
    }
}
