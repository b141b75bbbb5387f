using KaizenGate.Core.Reading;
using KaizenGate.Core.Reading.Transcribing;

namespace KaizenGate.Core.Trackers;

/// <summary>Changes fields in the body of an issue, in the form in which it states them: a section of an issue form, or a label in bold.</summary>
internal static class IssueBodyEdit
{
    /// <summary>Returns the body with other values.</summary>
    /// <param name="body">The body.</param>
    /// <param name="fields">The fields, with their texts on one line. One that the body does not state yet is added at its end.</param>
    /// <param name="options">The labels in the settings and of issue forms.</param>
    public static string Set(
        string body,
        ImmutableArray<(FieldDefinition Field, string Text)> fields,
        ReadingOptions options
    )
    {
        var labels = new Labels(options);
        var lineEnd = body.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = body.ReplaceLineEndings("\n").Split('\n').ToList();
        foreach (var (field, text) in fields)
        {
            Set(lines, field, text.ReplaceLineEndings(" "), labels, options);
        }

        return string.Join(lineEnd, lines);
    }

    private static void Set(
        List<string> lines,
        FieldDefinition field,
        string text,
        Labels labels,
        ReadingOptions options
    )
    {
        var fence = "";
        var hasSections = false;
        for (var at = 0; at < lines.Count; at++)
        {
            if (fence.Length > 0)
            {
                fence = LineShape.Closes(lines[at], fence) ? "" : fence;
            }
            else if (LineShape.Heading(lines[at], mostIndent: 3) is { } heading)
            {
                hasSections = true;
                if (Is(IssueForm.LabelOf(heading.Text, options)))
                {
                    SetSection(lines, at, text);
                    return;
                }
            }
            else if (LineShape.Fence(lines[at]) is { } opened)
            {
                fence = opened.Marks;
            }
            else if (ValueStart(lines[at], Is) is { } start)
            {
                lines[at] = $"{lines[at][..start]} {text}";
                return;
            }
        }

        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (fence.Length > 0)
        {
            lines.Add(fence); // A fence that is never closed would hide what is added.
        }

        if (lines.Count > 0)
        {
            lines.Add("");
        }

        lines.AddRange(hasSections ? [$"### {field.Spelling}", "", text] : [$"**{field.Spelling}:** {text}"]);

        bool Is(string label) => labels.TryFind(label.Trim('*', ':', ' '), out var found) && found == field;
    }

    /// <summary>Replaces the answer below a heading, up to the next heading or to the end.</summary>
    private static void SetSection(List<string> lines, int heading, string text)
    {
        var end = heading + 1;
        for (var fence = ""; end < lines.Count; end++)
        {
            if (fence.Length > 0)
            {
                fence = LineShape.Closes(lines[end], fence) ? "" : fence;
            }
            else if (LineShape.Heading(lines[end], mostIndent: 3) is not null)
            {
                break;
            }
            else
            {
                fence = LineShape.Fence(lines[end])?.Marks ?? "";
            }
        }

        string[] answer = end < lines.Count ? ["", text, ""] : ["", text];
        lines.RemoveRange(heading + 1, end - heading - 1);
        lines.InsertRange(heading + 1, answer);
    }

    /// <summary>Returns where the value of a field begins in a line such as <c>- **Impact:** 8</c>; null for another line.</summary>
    private static int? ValueStart(string line, Predicate<string> isField)
    {
        LineShape.Markers(line, out var rest);
        var offset = line.Length - rest.Length;
        if (!rest.StartsWith("**"))
        {
            return null;
        }

        var close = rest[2..].IndexOf("**");
        if (close <= 0)
        {
            return null;
        }

        var label = rest.Slice(2, close).ToString();
        var end = 2 + close + 2;
        var isInside = label.TrimEnd().EndsWith(':');
        var hasColon = isInside || (end < rest.Length && rest[end] == ':');
        return hasColon && isField(label) ? offset + end + (isInside ? 0 : 1) : null;
    }
}
