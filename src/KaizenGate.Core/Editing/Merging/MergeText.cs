using System.Text;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>A text to merge, with its encoding details separate from its lines.</summary>
/// <param name="Lines">Without line ends.</param>
/// <param name="LineEnd">LF for a text with mixed line ends, in which a CR stays part of its line.</param>
/// <param name="EndsLast">Whether the last line has a line end.</param>
/// <param name="HasMark">Whether the text starts with a byte order mark.</param>
internal sealed record MergeText(string[] Lines, string LineEnd, bool EndsLast, bool HasMark)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines as one text, each with LF: the text that the spans of improvements refer to.</summary>
    public string Joined => string.Concat(Lines.Select(line => line + "\n"));

    /// <summary>Returns null when a side is not UTF-8, has a null character or has a CR without LF.</summary>
    public static ThreeWay<MergeText>? Of(ThreeWay<byte[]> files)
    {
        ThreeWay<string> texts;
        try
        {
            texts = files.Select(Strict.GetString);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        if (texts.All.Any(text => text.Contains('\0', StringComparison.Ordinal) || HasLoneReturn(text)))
        {
            return null;
        }

        // Separating line ends loses nothing only when each side has one kind of them.
        var isUniform = texts.All.All(text => LineEndOf(text) is not null);
        return texts.Select(text => Cut(text, isUniform));
    }

    /// <summary>Returns a text with the lines given and the details of the side that changed them.</summary>
    public static MergeText Merged(ThreeWay<MergeText> sides, string[] lines)
    {
        // An empty side has no line ends.
        MergeText[] filled = [.. sides.All.Where(side => side.Lines.Length > 0)];
        if (filled.Length == 0)
        {
            return sides.Ours with { Lines = lines };
        }

        var (was, our, their) = filled.Length == 3 ? sides : new(filled[0], filled[0], filled[^1]);
        return new MergeText(
            lines,
            was.LineEnd == our.LineEnd ? their.LineEnd : our.LineEnd,
            was.EndsLast == our.EndsLast ? their.EndsLast : our.EndsLast,
            was.HasMark == our.HasMark ? their.HasMark : our.HasMark
        );
    }

    public byte[] Bytes()
    {
        var text = string.Join(LineEnd, Lines) + (EndsLast && Lines.Length > 0 ? LineEnd : "");
        return Strict.GetBytes(HasMark ? $"\uFEFF{text}" : text);
    }

    private static MergeText Cut(string text, bool isUniform)
    {
        var hasMark = text.StartsWith('\uFEFF');
        text = hasMark ? text[1..] : text;
        var lineEnd = (isUniform ? LineEndOf(text) : null) ?? "\n";
        var endsLast = text.EndsWith('\n');
        var lines = text.Length == 0 ? [] : text.Split(lineEnd);
        return new MergeText(endsLast ? lines[..^1] : lines, lineEnd, endsLast, hasMark);
    }

    /// <summary>Returns the only kind of line end in a text; LF when there is none, null when there are two.</summary>
    private static string? LineEndOf(string text)
    {
        var returns = text.AsSpan().Count('\r');
        return returns == 0 ? "\n"
            : returns == text.AsSpan().Count('\n') ? "\r\n"
            : null;
    }

    private static bool HasLoneReturn(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal);
}
