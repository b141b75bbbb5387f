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
        Write(path, path, $"{format.Name} report", stream => format.Write(verdict, options, stream));

    internal static void Write(string path, string shownPath, string name, Action<Stream> write)
    {
        try
        {
            ReplacedFile.Write(path, write);
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
