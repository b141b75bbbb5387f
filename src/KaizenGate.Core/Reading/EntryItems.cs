namespace KaizenGate.Core.Reading;

/// <summary>Improvements in list items: tasks and bullets.</summary>
internal sealed class EntryItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Adds a list item, unless it is a field or a placeholder.</summary>
    public void Add(List<FoundItem> found, EntryNode entry, Member member, InheritedContext context)
    {
        var form = entry.Box is null ? ImprovementForm.Bullet : ImprovementForm.Task;
        if (
            (form == ImprovementForm.Bullet || !FieldHeuristics.IsField(entry, member.Section))
            && Read(form, entry, member, context) is { } item
        )
        {
            found.Add(item);
        }
    }

    /// <summary>Adds a paragraph that begins with bold text or a check box.</summary>
    public void AddLead(List<FoundItem> found, Member member, InheritedContext context)
    {
        var title = member.Title!;
        if (title.Title.Length == 0 || Placeholders.MatchesTitle(title.Title))
        {
            return;
        }

        var draft = new Draft(ImprovementForm.Lead, title, context, reader.Fields)
        {
            Box = title.Box,
            BoxExtent = title.BoxExtent,
        };
        FieldCollector.FromNodes(draft, member.Nodes!, labels);
        found.Add(new FoundItem(reader.Read(draft)));
    }

    /// <summary>Returns the improvement of a list item; null when the item is not an improvement or is a placeholder.</summary>
    private FoundItem? Read(ImprovementForm form, EntryNode entry, Member member, InheritedContext context)
    {
        var text = member.Section.Slice(entry.Whole);
        var place = new ItemPlace(form, entry.Text.Start - entry.Whole.Start, "", context);
        if (reader.Memo?.Find(text, place) is { } known)
        {
            return known.Item;
        }

        var item = ReadNew(form, entry, member, context);
        reader.Memo?.Set(text, place, item);
        return item;
    }

    private FoundItem? ReadNew(ImprovementForm form, EntryNode entry, Member member, InheritedContext context)
    {
        var section = member.Section;
        var isRecord = IsRecord(entry, section);
        var title = isRecord ? TitleText.Read(section.Text, entry.Fields[0].Value, labels) : member.Title!;
        var isPlaceholder =
            title.Title.Length == 0
                ? title.Id is null
                : Placeholders.MatchesTitle(title.Title)
                    || TextNormalizer.Normalize(title.Title)
                        is "noitems"
                            or "noitemsyet"
                            or "nothing"
                            or "noneyet"
                            or "empty";
        if (isPlaceholder || (form == ImprovementForm.Bullet && !isRecord && !IsBullet(title, entry, section)))
        {
            return null;
        }

        var draft = new Draft(form, title, context, reader.Fields) { Box = entry.Box, BoxExtent = entry.BoxExtent };
        FieldCollector.FromEntry(draft, entry, section, labels);
        return new FoundItem(reader.Read(draft));
    }

    /// <summary>Whether an entry is a record: a field, with further fields below it. The value of the first names the improvement.</summary>
    public static bool IsRecord(EntryNode entry, SectionText section)
    {
        if (
            entry.Box is not null
            || entry.Fields is not [{ Value.Length: > 0 }, ..]
            || !FieldHeuristics.IsField(entry, section)
        )
        {
            return false;
        }

        var entries = 0;
        var fields = 0;
        foreach (var child in entry.Children)
        {
            entries += child is EntryNode ? 1 : 0;
            fields += child is EntryNode { Fields: [{ Definition: not null }, ..] } ? 1 : 0;
        }

        return fields > 0 && entries > 1;
    }

    private static bool IsBullet(TitleText title, EntryNode entry, SectionText section)
    {
        var isField = title.Id is null && entry.Fields is [var field, ..] && IsFieldOrRemark(entry, field, section);
        var text = section.Slice(entry.Text);
        return !isField && !IsLinkIntoFile(text) && !MetadataReader.IsFigure(text);
    }

    /// <summary>"**Note:** text" is a remark, as its colon is part of the label; "**Cache**: text" is a title with a text.</summary>
    private static bool IsFieldOrRemark(EntryNode entry, FieldText field, SectionText section) =>
        FieldHeuristics.IsFieldInEntry(field, section)
        || (
            field.IsBold
            && section.Slice(new Extent(field.LabelExtent.End, Math.Max(0, entry.Text.End - field.LabelExtent.End)))
                is [':' or '：', ..]
        );

    /// <summary>An entry of a table of contents: only a link.</summary>
    private static bool IsLinkIntoFile(ReadOnlySpan<char> entry) =>
        entry.StartsWith("[")
        && entry.IndexOf("](#") is > 0 and var target
        && entry[target..].IndexOf(')') == entry.Length - target - 1;
}
