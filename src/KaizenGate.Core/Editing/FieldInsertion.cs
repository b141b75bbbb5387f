using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Where a field that is not there yet goes, and how its line looks.</summary>
internal static class FieldInsertion
{
    /// <summary>The edit that inserts a field into a heading item or a list item, in the house order, shaped like the line beside it.</summary>
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
            var shape = FieldStyle.Of(text, before);
            // The last line of a paragraph needs no hard break until another follows it.
            var tail = shape.Tail.Length > 0 || before.IsEntry ? "" : TailBefore(text, own, before);
            return TextEdit.Insert(
                before.End,
                tail + Gap(text, own, before) + IndentOf(text, before) + shape.Unmistakable.Line(label, line)
            );
        }

        if (own.Count > 0)
        {
            var after = own[0];
            var shape = FieldStyle.Of(text, after).Unmistakable;
            return TextEdit.Insert(
                after.Start,
                IndentOf(text, after) + shape.Line(label, line) + Gap(text, own, after)
            );
        }

        var usual = FieldStyle.Among(document, item.Form).Unmistakable;
        return site is EntrySite entry
            ? BelowEntry(
                text,
                entry,
                usual.IsEntry ? usual : FieldStyle.Usual with { Open = "", Close = ": " },
                label,
                line
            )
            : BelowHeading(document, (HeadingSite)site, usual, label, line);
    }

    private static TextEdit BelowEntry(string text, EntrySite entry, FieldStyle shape, string label, string value)
    {
        var end = TextLines.EndOf(text, entry.Section.Place(EntryTitle.Of(entry.Entry, entry.Section)).End);
        return TextEdit.Insert(
            end,
            TextLines.LineBreakNear(text, end) + IndentBelow(text, entry) + shape.Line(label, value)
        );
    }

    private static TextEdit BelowHeading(
        EditableBacklog document,
        HeadingSite site,
        FieldStyle shape,
        string label,
        string value
    )
    {
        var text = document.Text;
        var end = document.Outline.EndOfHeading(site.Scope);
        var newLine = TextLines.LineBreakNear(text, end);
        var next = TextLines.NextStart(text, end);
        var isTight = next < text.Length && !TextLines.IsBlank(text, next);
        return TextEdit.Insert(end, $"{newLine}{newLine}{shape.Line(label, value)}{(isTight ? newLine : "")}");
    }

    /// <summary>The indentation of what is nested in a list item, as its first child has it.</summary>
    private static string IndentBelow(string text, EntrySite entry)
    {
        foreach (var child in entry.Entry.Children)
        {
            if (child is EntryNode nested)
            {
                var start = entry.Section.Place(nested.Whole).Start;
                return IndentAt(text, start);
            }
        }

        return entry.ChildIndent;
    }

    private static string IndentOf(string text, OwnField field) => IndentAt(text, field.Start);

    private static string IndentAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>The line breaks between two fields: one, or two where blank lines set them apart.</summary>
    private static string Gap(string text, List<OwnField> own, OwnField beside)
    {
        var newLine = TextLines.LineBreakNear(text, beside.End);
        if (!beside.IsEntry && beside.End > TextLines.EndOf(text, beside.Label.End))
        {
            return newLine + newLine; // The value goes on below: another line would go on with it.
        }

        var index = own.IndexOf(beside);
        var (first, second) = index + 1 < own.Count ? (index, index + 1) : (index - 1, index);
        var isApart =
            first >= 0
            && own[second].Start > own[first].End
            && TextLines.CountBreaks(text.AsSpan(own[first].End, own[second].Start - own[first].End)) == 2;
        return isApart ? newLine + newLine : newLine;
    }

    private static string TailBefore(string text, List<OwnField> own, OwnField field)
    {
        var index = own.IndexOf(field);
        return index > 0 && !own[index - 1].IsEntry ? FieldStyle.Of(text, own[index - 1]).Tail : "";
    }
}
