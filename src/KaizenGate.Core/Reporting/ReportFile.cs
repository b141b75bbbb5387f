using KaizenGate.Core.Checking;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes a report to a file, completely or not at all.</summary>
internal static class ReportFile
{
    /// <summary>
    /// Writes a report next to its destination and moves it there. Missing folders are created; an existing file keeps its
    /// permissions, a symbolic link its target. A device (<c>/dev/stdout</c>) is written to directly.
    /// </summary>
    /// <exception cref="InputException">The file cannot be written; it is unchanged.</exception>
    public static void Write(string path, ReportFormat<Verdict> format, Verdict verdict, ReportOptions options) =>
        Try(
            $"{format.Name} report",
            path,
            () => ReplacedFile.Write(path, stream => format.Write(verdict, options, stream))
        );

    /// <summary>Writes a file with an error that names it.</summary>
    /// <param name="name">What is written: <c>"baseline"</c>.</param>
    /// <param name="shownPath">The path in the message.</param>
    /// <param name="write">Writes it, completely or not at all.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    internal static void Try(string name, string shownPath, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the {name} cannot be written: {error.Message.TrimEnd('.')}",
                "Check the permissions and the free space, or choose another file",
                shownPath
            );
        }
    }
}
