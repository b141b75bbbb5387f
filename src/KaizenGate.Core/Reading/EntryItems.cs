namespace KaizenGate.Core.Reading;

/// <summary>Improvements in list items: tasks and bullets.</summary>
internal sealed class EntryItems(Labels labels, ImprovementReader reader)
{
    /// <summary>Adds the outermost tasks of a list item; a bullet that is not a task only groups them.</summary>
    public void AddTasks(
        List<FoundItem> found,
        TableItems tables,
        EntryNode entry,
        PlacedSection section,
        InheritedContext context
    )
    {
        if (entry.Box is null)
        {
            foreach (var child in entry.Children)
            {
                switch (child)
                {
                    case EntryNode nested:
                        AddTasks(found, tables, nested, section, context);
                        break;
                    case TableNode table:
                        tables.Add(found, table, section, context);
                        break;
                }
            }
        }
        else if (!FieldHeuristics.IsField(entry, section))
        {
            Add(found, ImprovementForm.Task, entry, section, context);
        }
    }

    /// <summary>Adds a plain bullet, or a numbered entry in a section of work that is not open.</summary>
    public void AddBullet(List<FoundItem> found, EntryNode entry, PlacedSection section, InheritedContext context)
    {
        var isOpen = context.Section!.Status is null or Status.ToDo;
        if (entry.Box is null && !(entry.IsOrdered && isOpen))
        {
            Add(found, ImprovementForm.Bullet, entry, section, context);
        }
    }

    private void Add(
        List<FoundItem> found,
        ImprovementForm form,
        EntryNode entry,
        PlacedSection section,
        InheritedContext context
    )
    {
        if (Read(form, entry, section, context) is { } item)
        {
            found.Add(item);
        }
    }

    /// <summary>Returns the improvement of a list item; null when the item is not an improvement or is a placeholder.</summary>
    private FoundItem? Read(ImprovementForm form, EntryNode entry, PlacedSection section, InheritedContext context)
    {
        var text = section.Slice(entry.Whole);
        var place = new ItemPlace(form, entry.Text.Start - entry.Whole.Start, "", context);
        if (reader.Memo?.Find(text, place) is { } known)
        {
            return known.Item;
        }

        var item = ReadNew(form, entry, section, context);
        reader.Memo?.Set(text, place, item);
        return item;
    }

    private FoundItem? ReadNew(ImprovementForm form, EntryNode entry, PlacedSection section, InheritedContext context)
    {
        var title = TitleText.Read(section.Text, section.Place(EntryTitle.Of(entry, section)));
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
        if (isPlaceholder || (form == ImprovementForm.Bullet && !IsBullet(title, entry, section)))
        {
            return null;
        }

        var draft = new Draft(form, title, context) { Box = entry.Box, BoxExtent = section.Place(entry.BoxExtent) };
        FieldCollector.FromEntry(draft, entry, section, labels);
        return new FoundItem(reader.Read(draft));
    }

    private static bool IsBullet(TitleText title, EntryNode entry, PlacedSection section)
    {
        var isField = title.Id is null && entry.Fields is [var field, ..] && IsFieldOrProse(field, section);
        return !isField && !IsLinkIntoFile(section.Slice(entry.Text));
    }

    /// <summary>A bold label begins a field or a remark; a plain one is part of the title unless its value has the expected type.</summary>
    private static bool IsFieldOrProse(FieldText field, PlacedSection section) =>
        field.IsBold || FieldHeuristics.IsFieldInEntry(field, section);

    /// <summary>An entry of a table of contents: only a link.</summary>
    private static bool IsLinkIntoFile(ReadOnlySpan<char> entry) =>
        entry.StartsWith("[")
        && entry.IndexOf("](#") is > 0 and var target
        && entry[target..].IndexOf(')') == entry.Length - target - 1;
}
