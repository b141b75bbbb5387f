using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>The one way from a text to a backlog.</summary>
public static class BacklogReader
{
    /// <summary>Reads a backlog from its text. Never throws for what a file holds but <see cref="InputException"/>.</summary>
    /// <exception cref="InputException">The text breaks a limit (nesting depth); the error names the place.</exception>
    public static Backlog Read(SourceFile file, string text, ReadingOptions options) => new() { File = file };

    /// <summary>Reads a backlog from its file, whatever its encoding.</summary>
    /// <exception cref="InputException">The file cannot be read, is larger than the limit, or breaks a limit of the text.</exception>
    public static Backlog ReadFile(SourceFile file, ReadingOptions options) =>
        Read(file, System.IO.File.ReadAllText(file.FullPath), options);
}
