using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Reads settings files and baselines.</summary>
internal static class InputFile
{
    /// <summary>The maximum size of a file, in bytes.</summary>
    private const long Largest = 16L * 1024 * 1024;

    /// <summary>Returns the content of a file without its byte order mark.</summary>
    /// <param name="fullPath">Absolute path.</param>
    /// <param name="shownPath">The path in messages.</param>
    /// <param name="namedAt">Where the file was named.</param>
    /// <exception cref="InputException">The file is missing, unreadable or too large.</exception>
    public static ReadOnlyMemory<byte> Read(string fullPath, string shownPath, TextPosition namedAt)
    {
        try
        {
            if (!File.Exists(fullPath))
            {
                // A file that was found by its name was not named anywhere.
                throw namedAt.Setting == SettingsLoader.FileName && Directory.Exists(fullPath)
                    ? new InputException(
                        "this is a folder, not a file",
                        "Replace it with a file, or remove it.",
                        shownPath
                    )
                    : namedAt.Error(
                        $"{shownPath} in {namedAt.Setting} {(Directory.Exists(fullPath) ? "is a folder" : "does not exist")}",
                        "Use the path of an existing file."
                    );
            }

            return WithoutMark(PlainFile.Read(fullPath, Largest));
        }
        catch (FileTooLargeException tooLarge)
        {
            throw new InputException(
                $"the file has {tooLarge.Length} bytes; the limit is {Largest}",
                "Make the file smaller.",
                shownPath
            );
        }
        catch (NotPlainFileException special)
        {
            throw new InputException(special.Message, "Replace it with a file, or remove it.", shownPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                "the file cannot be read",
                "Check its permissions, and that no other program locks it.",
                shownPath
            );
        }
    }

    /// <summary>Removes a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
