using System.Collections.Immutable;
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

/// <summary>A file of ours.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsOurs">Whether a text is of such a file, in any version.</param>
internal sealed record OwnFile(string Path, string Text, Func<string, bool> IsOurs) : RecipeFile(Path)
{
    public override string? Shown => null;

    public override string? With(string? text) =>
        text is null || IsOurs(text)
            ? Text
            : throw new InputException("another file is in its place", "Rename it, and try again.", Path);

    public override string? Without(string text) => IsOurs(text) ? null : text;
}

/// <summary>A file of the repository that gets lines between markers.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Blocks">What is added.</param>
/// <param name="Placed">Returns the text with one block, whose lines it may indent and ends as it is told; null when it finds no place.</param>
internal sealed record MarkedFile(
    string Path,
    ImmutableArray<RecipeBlock> Blocks,
    Func<string, RecipeBlock, string, string?> Placed
) : RecipeFile(Path)
{
    private const string Begin = "# kaizen: begin";
    private const string End = "# kaizen: end";

    /// <summary>The text of a new file.</summary>
    public string Empty { get; init; } = "";

    public override string? Shown => With(null);

    public override string? With(string? text)
    {
        var lineEnd = text?.Contains("\r\n", StringComparison.Ordinal) == true ? "\r\n" : "\n";
        var changed = Unmarked(text ?? Empty);
        foreach (var block in Blocks)
        {
            if (Placed(changed, block, lineEnd) is not { } placed)
            {
                return null;
            }

            changed = placed;
        }

        return changed;
    }

    public override string? Without(string text)
    {
        var without = Unmarked(text);
        return without != text && without == Empty ? null : without;
    }

    /// <summary>Returns lines between markers.</summary>
    /// <param name="lines">The lines, separated by <c>\n</c>.</param>
    /// <param name="indent">Their indentation.</param>
    /// <param name="lineEnd">Their line break.</param>
    public static string Marked(string lines, string indent, string lineEnd)
    {
        var marked = new StringBuilder($"{indent}{Begin} (`dotnet kaizen hook uninstall` removes this)\n");
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            marked.Append(indent).Append(line).Append('\n');
        }

        return marked.Append(indent).Append(End).Append('\n').Replace("\n", lineEnd).ToString();
    }

    /// <exception cref="InputException">The end of a block is missing.</exception>
    private string Unmarked(string text)
    {
        var kept = new StringBuilder(text.Length);
        var isInside = false;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            var isBegin = line.StartsWith(Begin, StringComparison.Ordinal);
            isInside |= isBegin;
            if (!isInside)
            {
                kept.Append(text, start, end - start);
            }

            isInside &= !line.SequenceEqual(End);
            start = end;
        }

        return isInside
            ? throw new InputException(
                $"the line \"{End}\" is missing",
                $"Restore it after our lines, or remove them with \"{Begin}\".",
                Path
            )
            : kept.ToString();
    }
}

/// <summary>Lines that a recipe adds to a file.</summary>
/// <param name="Keys">The keys above the lines, outermost first, in a structured file.</param>
/// <param name="Lines">The lines below these keys, without their indentation.</param>
internal sealed record RecipeBlock(ImmutableArray<string> Keys, string Lines)
{
    /// <summary>Returns the lines with the keys above them in YAML, without the outermost ones.</summary>
    /// <param name="known">How many keys to leave out.</param>
    public string Below(int known)
    {
        var text = new StringBuilder();
        var indent = "";
        foreach (var key in Keys.Skip(known))
        {
            text.Append(indent).Append(key).Append(":\n");
            indent += "  ";
        }

        foreach (var line in Lines.TrimEnd('\n').Split('\n'))
        {
            text.Append(indent).Append(line).Append('\n');
        }

        return text.ToString();
    }
}
