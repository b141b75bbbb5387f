using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>Lets a person edit text in their editor: that of VISUAL, else of EDITOR.</summary>
/// <param name="host">The environment.</param>
internal sealed class ItemEditor(Host host)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Returns the text after the editor has ended.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="use">Uses the text; when that is refused, the file stays, and the message names it.</param>
    /// <exception cref="InputException">There is no editor, it failed, or the use of the text is refused.</exception>
    public T Edit<T>(string text, Func<string, T> use)
    {
        var program = Program();
        var path = Path.Join(RealPath.Of(Path.GetTempPath()), $"kaizen-{Path.GetRandomFileName()}.md");
        Try(path, () => NewFile.Write(path, Encoding.UTF8.GetBytes(text + "\n"), OwnerOnly));
        if (program.Start(path, waits: true) is not 0 and var exitCode)
        {
            Try(path, () => NewFile.Delete(path));
            throw new InputException($"the editor ended with {exitCode}, so nothing is changed", "Try again.");
        }

        var edited = "";
        Try(path, () => edited = PlainFile.ReadText(path));
        try
        {
            var result = use(edited);
            Try(path, () => NewFile.Delete(path));
            return result;
        }
        catch (InputException)
        {
            host.ErrorText.WriteLine($"Your text is in {LogText.Path(path)}.");
            throw;
        }
    }

    private OtherProgram Program()
    {
        var command =
            host.Has("VISUAL") ? host.Environment["VISUAL"]
            : host.Has("EDITOR") ? host.Environment["EDITOR"]
            : throw new InputException(
                "there is no editor",
                "Set VISUAL or EDITOR, or pass options: `dotnet kaizen edit --help` lists them."
            );
        return OtherProgram.Find(command, host)
            ?? throw new InputException(
                $"the editor {Quote.Of(command)} is not found",
                "Set VISUAL or EDITOR to a program on the PATH."
            );
    }

    private void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the temporary file cannot be used: {e.Message.TrimEnd('.')}",
                "Check the folder for temporary files.",
                new Workspace(host.WorkingFolder).Shown(path)
            );
        }
    }
}
