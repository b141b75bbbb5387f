using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Hooks.Managers;

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
