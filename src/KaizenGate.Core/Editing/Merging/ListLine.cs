namespace KaizenGate.Core.Editing.Merging;

/// <summary>A line that begins a list item, in its parts.</summary>
/// <param name="Marker">The indentation and the marker with the space behind it.</param>
/// <param name="Box">The check box; empty when there is none.</param>
/// <param name="Text">What follows.</param>
internal readonly record struct ListLine(string Marker, string Box, string Text)
{
    /// <summary>Null for any other line.</summary>
    public static ListLine? Of(string line)
    {
        var at = 0;
        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }

        var number = at;
        while (number < line.Length && char.IsAsciiDigit(line[number]))
        {
            number++;
        }

        var isMarked =
            number < line.Length && (number > at ? line[number] is '.' or ')' : line[number] is '-' or '*' or '+');
        if (!isMarked || number + 1 >= line.Length || line[number + 1] is not (' ' or '\t'))
        {
            return null;
        }

        var start = number + 1;
        while (start < line.Length && line[start] is ' ' or '\t')
        {
            start++;
        }

        var close = start < line.Length && line[start] == '[' ? line.IndexOf(']', start) : -1;
        var isBox =
            close > 0 && close - start is 2 or 3 && (close + 1 == line.Length || line[close + 1] is ' ' or '\t');
        var text = isBox ? close + 1 : start;
        return new ListLine(line[..start], line[start..text], line[text..]);
    }

    /// <summary>The line again.</summary>
    public override string ToString() => Marker + Box + Text;
}
