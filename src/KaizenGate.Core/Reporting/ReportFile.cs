using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting;

/// <summary>Writes a report to a file: wholly, or not at all.</summary>
internal static class ReportFile
{
    /// <summary>
    /// Writes a report beside its destination and moves it over. Missing folders are made; an existing file keeps its
    /// permissions, a symbolic link its target. A device (<c>/dev/stdout</c>) is written to as it is.
    /// </summary>
    /// <exception cref="InputException">The file cannot be written; what stood there before is untouched.</exception>
    public static void Write(string path, ReportFormat format, Verdict verdict, ReportOptions options)
    {
        try
        {
            ReplacedFile.Write(path, stream => format.Write(verdict, options, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, format, error.Message);
        }
    }

    private static InputException Unwritable(string path, ReportFormat format, string why) =>
        new(
            new InputError(
                $"the {format.Name} report cannot be written: {why.TrimEnd('.')}",
                "Check the permissions and the free space, or choose another file",
                path
            )
        );
}
