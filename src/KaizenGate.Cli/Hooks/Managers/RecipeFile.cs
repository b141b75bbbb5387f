using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Files;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>A file of a hook manager, and what a recipe adds to it.</summary>
/// <param name="Path">Relative to the top level of the repository, with slashes; may not exist.</param>
internal abstract record RecipeFile(string Path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is added, for a person who adds it by hand; null when that is not sensible.</summary>
    public abstract string? Shown { get; }

    /// <summary>Whether the file is executable when it is created.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Returns the text of the file with the recipe; null when there is no place for it.</summary>
    /// <param name="text">The present text; null when there is no file.</param>
    /// <exception cref="InputException">The file is not what it should be.</exception>
    public abstract string? With(string? text);

    /// <summary>Returns the text without the recipe; null to delete the file.</summary>
    public abstract string? Without(string text);

    /// <summary>Reads the file; null when it does not exist.</summary>
    /// <exception cref="IOException">It cannot be read, or is not UTF-8.</exception>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Utf8.GetString(PlainFile.Read(path)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new IOException($"{path} is not UTF-8");
        }
    }

    /// <summary>Writes the file, or deletes it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path, string? text)
    {
        if (text is null)
        {
            File.Delete(path);
            return;
        }

        var mode = IsProgram && !File.Exists(path) ? EmbeddedText.Executable : (UnixFileMode?)null;
        ReplacedFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)), mode: mode);
    }
}
