using System.Runtime.InteropServices;
using System.Text;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Splits one revision after another into sections, as <see cref="SectionCutter"/> splits a text. Sections do not depend on the text
/// before them, so a range that equals one of the last revision has the same sections.
/// </summary>
internal sealed class RevisionCutter(RevisionMemo memo)
{
    /// <summary>How many sections of the last revision are searched for one that moved.</summary>
    private const int FarthestMove = 4096;

    /// <summary>A section of a revision.</summary>
    /// <param name="Start">Its start in the revision, in bytes.</param>
    /// <param name="Section">Its content.</param>
    internal readonly record struct Cut(int Start, ReadSection Section);

    private byte[] last = [];
    private int lastLength;
    private List<Cut> cuts = [];
    private List<Cut> next = [];
    private int turns;

    /// <summary>The length of the front matter of the last revision, in bytes; 0 for none.</summary>
    private int frontMatter;

    /// <summary>The sections of the last revision, in order; valid until the next call.</summary>
    public ReadOnlySpan<Cut> Cuts => CollectionsMarshal.AsSpan(cuts);

    /// <summary>Reads the next revision, in UTF-8 without byte order mark; returns whether its sections differ from those of the last one.</summary>
    public bool Take(ReadOnlySpan<byte> text)
    {
        next.Clear();
        frontMatter = FrontMatter(text);
        var position = frontMatter;
        var expected = 0;
        while (position < text.Length)
        {
            var kept = Run(text[position..], expected);
            if (kept == 0 && expected + 1 < cuts.Count && Run(text[position..], expected + 1) is > 0 and var later)
            {
                (kept, expected) = (later, expected + 1);
            }

            if (kept > 0)
            {
                var start = cuts[expected].Start;
                for (var index = expected; index < expected + kept; index++)
                {
                    next.Add(new Cut(position + cuts[index].Start - start, cuts[index].Section));
                }

                expected += kept;
                position += StartOf(expected) - start;
                continue;
            }

            var end = EndOfSection(text, position, out var isTooDeep);
            var section = memo.Read(Decode(text[position..end]), isTooDeep);
            next.Add(new Cut(position, section));
            position = end;
            expected = Find(section, expected) is { } moved ? moved + 1 : expected;
        }

        return Turn(text);
    }

    /// <summary>Returns the start of a section of the last revision, or the end of the revision after the last section.</summary>
    private int StartOf(int index) => index < cuts.Count ? cuts[index].Start : lastLength;

    /// <summary>Returns how many sections of the last revision, from <paramref name="first"/> on, the text begins with.</summary>
    private int Run(ReadOnlySpan<byte> text, int first)
    {
        if (first >= cuts.Count)
        {
            return 0;
        }

        var start = cuts[first].Start;
        var same = text.CommonPrefixLength(last.AsSpan(start, lastLength - start));
        var end = first;
        while (end < cuts.Count && StartOf(end + 1) - start <= same)
        {
            end++;
        }

        // The last of them ends here only at the end of the text, or if a heading follows as before.
        while (end > first && !EndsAt(text, StartOf(end) - start, isLast: end == cuts.Count))
        {
            end--;
        }

        return end - first;
    }

    private static bool EndsAt(ReadOnlySpan<byte> text, int length, bool isLast) =>
        length == text.Length || (!isLast && IsHeading(text[length..]));

    private static bool IsHeading(ReadOnlySpan<byte> text)
    {
        var level = text.IndexOfAnyExcept((byte)'#');
        level = level < 0 ? text.Length : level;
        return level is >= 1 and <= 6
            && (level == text.Length || text[level] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');
    }

    /// <summary>Returns the index of a section in the last revision, searching from the expected one; null when it was not found.</summary>
    private int? Find(ReadSection section, int expected)
    {
        var count = Math.Min(cuts.Count, FarthestMove);
        for (var offset = 0; offset < count; offset++)
        {
            var index = expected + offset;
            index = index < cuts.Count ? index : index - cuts.Count;
            if (ReferenceEquals(cuts[index].Section, section))
            {
                return index;
            }
        }

        return null;
    }

    private int EndOfSection(ReadOnlySpan<byte> text, int start, out bool isTooDeep)
    {
        var scanner = new BlockScanner();
        var position = start;
        while (position < text.Length)
        {
            var rest = text[position..];
            var (length, next) = LineLength(rest);
            if (scanner.IsHeadingAtMargin(Decode(rest[..length]), 0) && position > start)
            {
                break;
            }

            position += next;
        }

        isTooDeep = scanner.TooDeep is not null;
        return position;
    }

    /// <summary>Returns the length of the first line without and with its line break.</summary>
    private static (int Length, int Next) LineLength(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? (text.Length, text.Length)
            : text[length..].StartsWith("\r\n"u8) ? (length, length + 2)
            : (length, length + 1);
    }

    /// <summary>Decodes whole lines; the result is valid until the next call.</summary>
    private Span<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (memo.Room.Length < bytes.Length)
        {
            memo.Room = new char[Math.Max(bytes.Length, 2 * memo.Room.Length)];
        }

        var decoded = memo.Room.AsSpan(0, Encoding.UTF8.GetChars(bytes, memo.Room));
        decoded.Replace('\0', '\uFFFD');
        return decoded;
    }

    private int FrontMatter(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("---"u8))
        {
            return 0;
        }

        var isSame = frontMatter > 0 && last[frontMatter - 1] == '\n' && text.StartsWith(last.AsSpan(0, frontMatter));
        if (isSame)
        {
            return frontMatter;
        }

        var lines = SectionCutter.EndOfFrontMatter(new LineMap(Decode(text).ToString()));
        var end = 0;
        for (var line = 0; line < lines; line++)
        {
            end += LineLength(text[end..]).Next;
        }

        return end;
    }

    /// <summary>Makes the new revision the last one; returns whether its sections differ.</summary>
    private bool Turn(ReadOnlySpan<byte> text)
    {
        var isChange = next.Count != cuts.Count;
        for (var index = 0; index < next.Count && !isChange; index++)
        {
            isChange = !ReferenceEquals(next[index].Section, cuts[index].Section);
        }

        (cuts, next) = (next, cuts);
        if (last.Length < text.Length)
        {
            last = new byte[text.Length + text.Length / 4];
        }

        text.CopyTo(last);
        lastLength = text.Length;
        if (turns != memo.Turns)
        {
            cuts.ForEach(cut => memo.Keep(cut.Section));
            turns = memo.Turns;
        }

        return isChange;
    }
}
