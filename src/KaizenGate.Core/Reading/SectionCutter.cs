namespace KaizenGate.Core.Reading;

/// <summary>A range from a heading at the margin, or from the start of the text, to the next such heading.</summary>
internal readonly record struct TextSection(int Offset, int Length);

/// <summary>Markup that is never closed and so hides the rest of the text.</summary>
internal readonly record struct Unclosed(string What, string Closer, int Line);

/// <summary>The sections of a text.</summary>
/// <param name="Unclosed">Null when everything is closed.</param>
/// <param name="Conflicts">The first lines, from 0, of unresolved merge conflicts.</param>
/// <param name="TooDeep">The first line, from 0, that is nested too deeply; null when there is none.</param>
internal sealed record SectionCuts(
    List<TextSection> Sections,
    Unclosed? Unclosed,
    IReadOnlyList<int> Conflicts,
    int? TooDeep
);

/// <summary>
/// Splits a text at its headings, except those in code fences, comments, raw HTML, merge conflicts or front matter, so that each
/// section can be parsed on its own.
/// </summary>
internal static class SectionCutter
{
    /// <summary>Splits the text; front matter is not part of any section.</summary>
    public static SectionCuts Cut(LineMap lines, int textLength)
    {
        var sections = new List<TextSection>();
        var first = EndOfFrontMatter(lines);
        var start = lines.Count > first ? lines.StartOf(first) : textLength;
        var state = new BlockScanner();
        for (var index = first; index < lines.Count; index++)
        {
            var line = lines.Line(index);
            if (state.IsHeadingAtMargin(line, index) && lines.StartOf(index) > start)
            {
                sections.Add(new TextSection(start, lines.StartOf(index) - start));
                start = lines.StartOf(index);
            }
        }

        if (start < textLength)
        {
            sections.Add(new TextSection(start, textLength - start));
        }

        return new SectionCuts(sections, state.Unclosed, state.Conflicts, state.TooDeep);
    }

    /// <summary>Returns the first line, from 0, after the front matter; 0 when there is none.</summary>
    public static int EndOfFrontMatter(LineMap lines)
    {
        if (!lines.Line(0).TrimEnd().SequenceEqual("---"))
        {
            return 0;
        }

        for (var index = 1; index < lines.Count; index++)
        {
            var line = lines.Line(index).TrimEnd();
            if (line.SequenceEqual("---") || line.SequenceEqual("..."))
            {
                return index + 1;
            }

            if (index == 1 && line.IsEmpty)
            {
                return 0;
            }
        }

        return 0;
    }
}
