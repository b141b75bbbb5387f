using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Inserts a field that an improvement does not have.</summary>
internal static class FieldInsertion
{
    /// <summary>Returns the edit that inserts a field below a heading item, a list item or a lead, in the order of the field catalog and the style of its neighbor.</summary>
    public static TextEdit Of(
        EditableBacklog document,
        Improvement item,
        ItemSite site,
        FieldDefinition field,
        string value
    )
    {
        var text = document.Text;
        var label = FieldSpelling.LabelOf(document, field);
        var line = FieldSpelling.Dress(document, field, InlineText.Of(value), inTable: false);
        var own = OwnField.Of(document, site);
        var rank = document.Fields.RankOf(field);
        var before = own.FindLast(one => one.Definition is { } name && document.Fields.RankOf(name) < rank);
        if (before is not null)
        {
            var style = FieldStyle.Of(text, before);
            // The last line of a paragraph needs no hard break until another follows it.
            var isLast = style.Tail.Length == 0 && !before.IsEntry && !ContinuesBelow(text, before);
            var tail = isLast ? TailBefore(text, own, before) : "";
            return TextEdit.Insert(
                before.End,
                tail + Gap(text, own, before) + IndentAt(text, before.Start) + style.Unmistakable.Line(label, line)
            );
        }

        if (own.Count > 0)
        {
            var after = own[0];
            var style = FieldStyle.Of(text, after).Unmistakable;
            return TextEdit.Insert(
                after.Start,
                IndentAt(text, after.Start) + style.Line(label, line) + Gap(text, own, after)
            );
        }

        var usual = FieldStyle.Among(document, item.Form).Unmistakable;
        return site switch
        {
            EntrySite entry => BelowEntry(text, entry, usual.IsEntry ? usual : FieldStyle.UsualInEntry, label, line),
            LeadSite lead => Below(text, lead.EndOfParagraph, usual.Line(label, line)),
            _ => Below(text, document.Outline.EndOfHeading(((HeadingSite)site).Scope), usual.Line(label, line)),
        };
    }

    private static TextEdit BelowEntry(string text, EntrySite entry, FieldStyle style, string label, string value)
    {
        var end = TextLines.EndOf(text, EntryTitle.Of(entry.Entry, entry.Section).End);
        return TextEdit.Insert(
            end,
            TextLines.LineBreakNear(text, end) + IndentBelow(text, entry) + style.Line(label, value)
        );
    }

    /// <summary>Inserts a line as a paragraph of its own.</summary>
    private static TextEdit Below(string text, int end, string line)
    {
        var newLine = TextLines.LineBreakNear(text, end);
        var next = TextLines.NextStart(text, end);
        var isTight = next < text.Length && !TextLines.IsBlank(text, next);
        return TextEdit.Insert(end, $"{newLine}{newLine}{line}{(isTight ? newLine : "")}");
    }

    /// <summary>Returns the indentation of the first nested list item, else the usual one.</summary>
    private static string IndentBelow(string text, EntrySite entry)
    {
        var nested = entry.Entry.Children.OfType<EntryNode>().FirstOrDefault();
        return nested is null ? entry.ChildIndent : IndentAt(text, nested.Whole.Start);
    }

    private static string IndentAt(string text, int start) => text[start..TextLines.SkipSpaces(text, start)];

    /// <summary>Returns the line breaks between two fields: two where blank lines separate them, else one.</summary>
    private static string Gap(string text, List<OwnField> own, OwnField neighbor)
    {
        var newLine = TextLines.LineBreakNear(text, neighbor.End);
        if (ContinuesBelow(text, neighbor))
        {
            return newLine + newLine; // Another line would be part of the value.
        }

        var index = own.IndexOf(neighbor);
        var (first, second) = index + 1 < own.Count ? (index, index + 1) : (index - 1, index);
        var isSeparate =
            first >= 0
            && own[second].Start > own[first].End
            && TextLines.CountBreaks(text.AsSpan(own[first].End, own[second].Start - own[first].End)) == 2;
        return isSeparate ? newLine + newLine : newLine;
    }

    private static bool ContinuesBelow(string text, OwnField field) =>
        !field.IsEntry && field.End > TextLines.EndOf(text, field.Label.End);

    private static string TailBefore(string text, List<OwnField> own, OwnField field)
    {
        var index = own.IndexOf(field);
        return index > 0 && !own[index - 1].IsEntry ? FieldStyle.Of(text, own[index - 1]).Tail : "";
    }
}
