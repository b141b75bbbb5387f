using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Metrics;

/// <summary>Appends values to files of metrics.</summary>
internal static class MetricRecorder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The time to wait while another program uses the file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Appends a value under an exclusive lock. The existing content is not changed; an incomplete row is removed when writing fails.
    /// </summary>
    /// <param name="source">The file; created with its folder when missing.</param>
    /// <param name="name">The metric.</param>
    /// <param name="point">The value; its span is ignored.</param>
    /// <param name="maxBytes">The maximum size of the file.</param>
    /// <param name="isDryRun">Whether to leave the file unchanged.</param>
    /// <returns>The text of the file before and after.</returns>
    /// <exception cref="InputException">The file cannot be written or locked, or its header has no column for the value.</exception>
    public static (string Before, string After) Append(
        MetricSource source,
        string name,
        MetricPoint point,
        long maxBytes,
        bool isDryRun = false
    )
    {
        var file = source.File;
        try
        {
            if (isDryRun && !File.Exists(file.FullPath))
            {
                return ("", Addition(source, "", (name, point)));
            }

            NewFile.CreateFolderOf(file.FullPath);
            using var stream = LockedFile.Wait(file.FullPath, Patience);
            var text = Content(file, stream, maxBytes);
            var addition = Addition(source, text, (name, point));
            if (!isDryRun)
            {
                LockedFile.Append(stream, Utf8.GetBytes(addition));
            }

            return (text, text + addition);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"the value cannot be recorded: {failed.Message.TrimEnd('.')}",
                "Check that the file may be written and that the disk has space left",
                file.Path
            );
        }
    }

    private static string Addition(MetricSource source, string text, (string Name, MetricPoint Point) row)
    {
        var line = source.IsCsv ? MetricCsv.NewRow(source.File, text, row) : MetricJsonLines.NewLine(row);
        return (text.Length > 0 && text[^1] is not ('\n' or '\r') ? "\n" : "") + line;
    }

    private static string Content(SourceFile file, FileStream stream, long maxBytes)
    {
        try
        {
            return TextFile.Decode(PlainFile.Rest(stream, maxBytes)).Text;
        }
        catch (FileTooLargeException tooLarge)
        {
            throw new InputException(
                $"the file has {tooLarge.Length} bytes, more than the limit of {maxBytes}",
                "Move old values to another file, or raise maxFileSize in kaizen.json",
                file.Path
            );
        }
    }
}
