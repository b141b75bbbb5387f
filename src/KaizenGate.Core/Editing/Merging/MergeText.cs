using System.Text;

namespace KaizenGate.Core.Editing.Merging;

/// <summary>A text to merge, apart from what says how its lines end.</summary>
/// <param name="Lines">The lines without their ends.</param>
/// <param name="LineEnd">What ends a line. Where ends are mixed it is LF, and a CR stays part of its line.</param>
/// <param name="EndsLast">Whether the last line is ended, too.</param>
/// <param name="HasMark">Whether a byte order mark stands in front.</param>
internal sealed record MergeText(string[] Lines, string LineEnd, bool EndsLast, bool HasMark)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines as one text, each ended by LF: what the positions of items count in.</summary>
    public string Joined => string.Join('\n', Lines) + (Lines.Length > 0 ? "\n" : "");

    /// <summary>Reads the three sides of a merge; null when one of them is no UTF-8 or has lines that end in CR alone.</summary>
    public static (MergeText Ancestor, MergeText Ours, MergeText Theirs)? Of(
        byte[] ancestor,
        byte[] ours,
        byte[] theirs
    )
    {
        string[] texts;
        try
        {
            texts = [.. new[] { ancestor, ours, theirs }.Select(Strict.GetString)];
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        if (texts.Any(text => text.Contains('\0', StringComparison.Ordinal) || HasLoneReturn(text)))
        {
            return null;
        }

        // Line ends are set apart only where that loses nothing: when each side has but one kind of them.
        var isUniform = texts.All(text => Ends(text) is not null);
        return (Cut(texts[0], isUniform), Cut(texts[1], isUniform), Cut(texts[2], isUniform));
    }

    /// <summary>What the merged text looks like apart from its lines: what one side changed is changed.</summary>
    public static MergeText Frame(MergeText ancestor, MergeText ours, MergeText theirs, string[] lines)
    {
        // An empty side says nothing about its ends.
        MergeText[] sides = [.. new[] { ancestor, ours, theirs }.Where(side => side.Lines.Length > 0)];
        if (sides.Length == 0)
        {
            return ours with { Lines = lines };
        }

        var (was, our, their) = sides.Length == 3 ? (ancestor, ours, theirs) : (sides[0], sides[0], sides[^1]);
        return new MergeText(
            lines,
            Changed(was.LineEnd, our.LineEnd, their.LineEnd),
            Changed(was.EndsLast, our.EndsLast, their.EndsLast),
            Changed(was.HasMark, our.HasMark, their.HasMark)
        );
    }

    public byte[] Bytes()
    {
        var text = string.Join(LineEnd, Lines) + (EndsLast && Lines.Length > 0 ? LineEnd : "");
        return Strict.GetBytes(HasMark ? $"\uFEFF{text}" : text);
    }

    private static T Changed<T>(T was, T ours, T theirs) =>
        EqualityComparer<T>.Default.Equals(was, ours) ? theirs : ours;

    private static MergeText Cut(string text, bool isUniform)
    {
        var hasMark = text.StartsWith('\uFEFF');
        text = hasMark ? text[1..] : text;
        var lineEnd = (isUniform ? Ends(text) : null) ?? "\n";
        var endsLast = text.EndsWith('\n');
        var lines = text.Length == 0 ? [] : text.Split(lineEnd);
        return new MergeText(endsLast ? lines[..^1] : lines, lineEnd, endsLast, hasMark);
    }

    /// <summary>The one kind of line end in a text; LF when there is none, null when there are two.</summary>
    private static string? Ends(string text)
    {
        var returns = text.AsSpan().Count('\r');
        return returns == 0 ? "\n"
            : returns == text.AsSpan().Count('\n') ? "\r\n"
            : null;
    }

    private static bool HasLoneReturn(string text)
    {
        for (var at = text.IndexOf('\r', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
            {
                return true;
            }
        }

        return false;
    }
}
