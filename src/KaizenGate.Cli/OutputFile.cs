using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli;

/// <summary>The destination of a result: the file of <c>--output</c>, or standard output.</summary>
/// <param name="FullPath">Absolute path; null for standard output.</param>
/// <param name="Shown">The path for messages.</param>
internal sealed record OutputFile(string? FullPath, string Shown)
{
    /// <exception cref="InputException">The value is empty or a folder.</exception>
    public static OutputFile Of(string? option, Workspace workspace)
    {
        if (option is null)
        {
            return new(null, "");
        }

        if (string.IsNullOrWhiteSpace(option) || option.Contains('\0', StringComparison.Ordinal))
        {
            throw new InputException("--output must be the path of a file", "For example --output report.html.");
        }

        var path = workspace.FullPath(option);
        return Directory.Exists(path) || Path.EndsInDirectorySeparator(option)
            ? throw new InputException("--output is a folder", "Pass the path of a file.", workspace.Shown(path))
            : new(workspace.Contained.Given(path, "--output"), workspace.Shown(path));
    }

    /// <summary>Writes the result; a file is replaced atomically.</summary>
    /// <param name="host">The environment.</param>
    /// <param name="inputs">Absolute paths of all files read, which are never overwritten.</param>
    /// <param name="write">Writes the result to a stream.</param>
    /// <exception cref="InputException">The file cannot be written, or was read.</exception>
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
            throw new InputException("the output would overwrite an input file", "Choose another file.", Shown);
        }

        try
        {
            ReplacedFile.Write(FullPath, write);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the output cannot be written: {failed.Message.TrimEnd('.')}",
                "Check the permissions and the free space, or choose another file",
                Shown
            );
        }
    }
}
