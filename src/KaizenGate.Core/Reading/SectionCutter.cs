namespace KaizenGate.Core.Reading;

/// <summary>A stretch of the text that begins with a heading at the margin (or with the text itself) and ends before the next.</summary>
internal readonly record struct TextSection(int Offset, int Length);

/// <summary>Something that stays open until the end of the text and so hides all that follows.</summary>
internal readonly record struct Unclosed(string What, string Closer, int Line);

/// <summary>A text cut into sections.</summary>
/// <param name="Sections">The sections in order.</param>
/// <param name="Unclosed">What stays open until the end; null when nothing does.</param>
/// <param name="TooDeep">The first line, from 0, that is nested too deeply to be read; null when there is none.</param>
internal sealed record SectionCuts(List<TextSection> Sections, Unclosed? Unclosed, int? TooDeep);

/// <summary>
/// Cuts a text at its headings, line by line, without being taken in by headings that stand in code fences, comments, raw
/// HTML or front matter. Each section can then be read on its own: what it means depends on nothing outside of it.
/// </summary>
internal static class SectionCutter
{
    /// <summary>Cuts the text; front matter belongs to no section.</summary>
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

        return new SectionCuts(sections, state.Unclosed, state.TooDeep);
    }

    /// <summary>The first line behind the front matter; 0 when there is none.</summary>
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
