namespace KaizenGate.Core.Reading;

/// <summary>
/// Tracks, line by line, the part of CommonMark's block structure that decides whether a <c>#</c> at the margin is a heading:
/// fences, including those inside list items, which end with their item, HTML blocks and merge conflicts.
/// </summary>
internal sealed class BlockScanner
{
    /// <summary>The content column of each open list item, outermost first.</summary>
    private readonly List<int> items = [];
    private bool afterBlank = true;
    private char fence;
    private int fenceLength;
    private int fenceIndent;
    private int fenceLine;
    private string? htmlEnd;
    private int htmlLine;
    private int htmlIndent;
    private bool isConflict;

    /// <summary>What is still open after the last line; null when nothing is.</summary>
    public Unclosed? Unclosed =>
        fence != '\0' && fenceIndent < 0 ? new Unclosed("code fence", new string(fence, fenceLength), fenceLine)
        : htmlEnd is "-->" ? new Unclosed("comment", "-->", htmlLine)
        : null;

    /// <summary>The first lines, from 0, of unresolved merge conflicts.</summary>
    public List<int> Conflicts { get; } = [];

    /// <summary>The first line, from 0, that is nested too deeply; null when there is none.</summary>
    public int? TooDeep { get; private set; }

    /// <summary>Reads the next line; returns whether it is a heading without indentation.</summary>
    public bool IsHeadingAtMargin(ReadOnlySpan<char> line, int number)
    {
        if (InConflict(line, number))
        {
            return false;
        }

        var content = line.TrimStart(" \t");
        var indent = LineStarts.Indent(line);
        if (InFence(content, indent) || InHtml(content, indent))
        {
            return false;
        }

        if (content.IsEmpty)
        {
            afterBlank = true;
            return false;
        }

        TooDeep ??= Nesting.IsTooDeep(content) ? number : null;
        var isHeading = indent == 0 && LineStarts.IsHeading(content);
        FollowList(content, indent, isHeading, number);
        if (!isHeading && !OpenFence(content, indent, number))
        {
            OpenHtml(content, indent, number);
        }

        afterBlank = LineStarts.IsItemWithoutText(content, indent); // Nothing continues it without indentation.
        return isHeading;
    }

    /// <summary>
    /// Whether a line is part of a merge conflict, which ends all blocks before it. One without its first line is only its last line.
    /// In code at the margin, and in a comment there, a marker is text.
    /// </summary>
    private bool InConflict(ReadOnlySpan<char> line, int number)
    {
        var isLast = MergeConflict.IsMarker(line, MergeConflict.Last);
        if (!isConflict)
        {
            var isText = (fence != '\0' && fenceIndent < 0) || (htmlEnd is { Length: > 0 } && htmlIndent <= 0);
            if (isText || !(isLast || MergeConflict.IsMarker(line, MergeConflict.First)))
            {
                return false;
            }

            items.Clear();
            (fence, htmlEnd, afterBlank) = ('\0', null, true);
            Conflicts.Add(number);
        }

        isConflict = !isLast;
        return true;
    }

    private bool InFence(ReadOnlySpan<char> content, int indent)
    {
        if (fence == '\0')
        {
            return false;
        }

        if (fenceIndent >= 0 && indent < fenceIndent && !content.IsEmpty)
        {
            fence = '\0'; // The fence ends with its list item.
            return false;
        }

        var run = content.Length - content.TrimStart(fence).Length;
        if (run >= fenceLength && content[run..].Trim().IsEmpty && indent - Math.Max(fenceIndent, 0) <= 3)
        {
            fence = '\0';
        }

        return true;
    }

    private bool InHtml(ReadOnlySpan<char> content, int indent)
    {
        if (htmlEnd is null)
        {
            return false;
        }

        if (htmlIndent > 0 && indent < htmlIndent && !content.IsEmpty)
        {
            htmlEnd = null; // The HTML block ends with its list item.
            return false;
        }

        if (htmlEnd.Length == 0 ? content.IsEmpty : content.Contains(htmlEnd, StringComparison.OrdinalIgnoreCase))
        {
            htmlEnd = null;
        }

        return true;
    }

    /// <summary>The content column of the innermost open list item; -1 outside lists.</summary>
    private int ListIndent => items.Count > 0 ? items[^1] : -1;

    private void FollowList(ReadOnlySpan<char> content, int indent, bool isHeading, int number)
    {
        var width = LineStarts.IsThematicBreak(content) ? 0 : LineStarts.MarkerWidth(content, indent);
        if (width > 0 && IsBlockAt(indent))
        {
            CloseItemsRightOf(indent);
            items.Add(indent + width);
            if (items.Count > Nesting.MaxDepth)
            {
                TooDeep ??= number;
            }
        }
        else if (afterBlank || isHeading || LineStarts.StartsBlock(content))
        {
            CloseItemsRightOf(indent);
        }
    }

    /// <summary>Whether a block can begin here: what is indented by four columns or more relative to its list item is code or text.</summary>
    private bool IsBlockAt(int indent)
    {
        var holder = 0;
        for (var index = items.Count - 1; index >= 0; index--)
        {
            if (items[index] <= indent)
            {
                holder = items[index];
                break;
            }
        }

        return indent - holder <= 3;
    }

    private void CloseItemsRightOf(int indent)
    {
        while (items.Count > 0 && items[^1] > indent)
        {
            items.RemoveAt(items.Count - 1);
        }
    }

    private bool OpenFence(ReadOnlySpan<char> content, int indent, int number)
    {
        // A fence can be on the line of the list marker.
        var marker = LineStarts.MarkerLength(content);
        content = content[marker..].TrimStart();

        if (content.IsEmpty || content[0] is not ('`' or '~'))
        {
            return false;
        }

        var run = content.Length - content.TrimStart(content[0]).Length;
        var inList = ListIndent > 0 && (marker > 0 || indent >= ListIndent);
        if (run < 3 || (content[0] == '`' && content[run..].Contains('`')) || (!inList && indent > 3))
        {
            return false;
        }

        (fence, fenceLength, fenceIndent, fenceLine) = (content[0], run, inList ? ListIndent : -1, number);
        return true;
    }

    private void OpenHtml(ReadOnlySpan<char> content, int indent, int number)
    {
        if (content[0] != '<' || !IsBlockAt(indent))
        {
            return;
        }

        var (start, end) = content switch
        {
            _ when content.StartsWith("<!--") => (4, "-->"),
            _ when content.StartsWith("<?") => (2, "?>"),
            _ when content.StartsWith("<![CDATA[") => (9, "]]>"),
            _ when content.StartsWith("<!") => (2, ">"),
            _ when IsTag(content, "script") => (1, "</script>"),
            _ when IsTag(content, "pre") => (1, "</pre>"),
            _ when IsTag(content, "style") => (1, "</style>"),
            _ when IsTag(content, "textarea") => (1, "</textarea>"),
            _ when HtmlTags.Contains(TagName(content).ToString()) => (content.Length, ""),
            _ => (0, null),
        };
        if (end is null)
        {
            return;
        }

        CloseItemsRightOf(indent); // An HTML block ends the lists that it is not in.

        if (end.Length == 0 || !content[start..].Contains(end, StringComparison.OrdinalIgnoreCase))
        {
            (htmlEnd, htmlLine, htmlIndent) = (end, number, ListIndent);
        }
    }

    private static bool IsTag(ReadOnlySpan<char> content, string name) =>
        TagName(content).Equals(name, StringComparison.OrdinalIgnoreCase) && content[1] != '/';

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> content)
    {
        var start = content.Length > 1 && content[1] == '/' ? 2 : 1;
        var end = start;
        while (end < content.Length && end < start + 16 && char.IsAsciiLetterOrDigit(content[end]))
        {
            end++;
        }

        return content[start..end];
    }

    /// <summary>The tags whose blocks end at a blank line (CommonMark, HTML blocks, condition 6).</summary>
    private static readonly HashSet<string> HtmlTags = new(
        (
            "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
            + "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
            + "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
            + "title tr track ul"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );
}
