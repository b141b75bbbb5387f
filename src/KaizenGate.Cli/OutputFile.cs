using KaizenGate.Backlogs;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli;

/// <summary>Where a result goes: the file of <c>--output</c>, or standard output.</summary>
/// <param name="FullPath">Absolute path; null for standard output.</param>
/// <param name="Shown">The path that messages show.</param>
internal sealed record OutputFile(string? FullPath, string Shown)
{
    /// <exception cref="InputException">The option names a folder, or nothing.</exception>
    public static OutputFile Of(string? option, Workspace workspace)
    {
        if (option is null)
        {
            return new(null, "");
        }

        if (string.IsNullOrWhiteSpace(option) || option.Contains('\0', StringComparison.Ordinal))
        {
            throw new InputException(new InputError("--output names no file", "Name a file."));
        }

        var path = workspace.FullPath(option);
        return Directory.Exists(path) || Path.EndsInDirectorySeparator(option)
            ? throw new InputException(
                new InputError("--output names a folder", "Name a file in it.", workspace.Shown(path))
            )
            : new(path, workspace.Shown(path));
    }

    /// <summary>Writes the result: to a file wholly or not at all.</summary>
    /// <param name="host">Has the standard output.</param>
    /// <param name="inputs">The absolute paths of all that was read, which is never overwritten.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="InputException">The file cannot be written, or is one that was read.</exception>
    public void Write(Host host, IEnumerable<string> inputs, Action<Stream> write)
    {
        if (FullPath is null)
        {
            write(host.Output);
            return;
        }

        var real = RealPath.Of(FullPath);
        if (inputs.Any(input => RealPath.Of(input) == real))
        {
            throw new InputException(
                new InputError("the output would overwrite what is read", "Name another file.", Shown)
            );
        }

        try
        {
            ReplacedFile.Write(FullPath, write);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                new InputError(
                    $"the output cannot be written: {failed.Message.TrimEnd('.')}",
                    "Check that the folder can be written to and has space left, or name another file",
                    Shown
                )
            );
        }
    }
}
