using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Improvements in list items: tasks and bullets.</summary>
internal sealed class EntryItems(Labels labels, ImprovementReader reader)
{
    /// <summary>The outermost tasks of a list item's branch; a bullet that is none itself only groups them.</summary>
    public void AddTasks(
        List<FoundItem> found,
        TableItems tables,
        EntryNode entry,
        PlacedSection section,
        InheritedContext around
    )
    {
        if (entry.Box is null)
        {
            foreach (var child in entry.Children)
            {
                switch (child)
                {
                    case EntryNode nested:
                        AddTasks(found, tables, nested, section, around);
                        break;
                    case TableNode table:
                        tables.Add(found, table, section, around);
                        break;
                }
            }
        }
        else if (entry.Fields.IsEmpty || !FieldHeuristics.IsFieldInTask(entry.Fields[0], section))
        {
            Add(found, ImprovementForm.Task, entry, section, around);
        }
    }

    /// <summary>A plain bullet, or a numbered entry where work is no longer open.</summary>
    public void AddBullet(List<FoundItem> found, EntryNode entry, PlacedSection section, InheritedContext around)
    {
        var isOpen = around.Section!.Status is null or Status.ToDo;
        if (entry.Box is null && !(entry.IsOrdered && isOpen))
        {
            Add(found, ImprovementForm.Bullet, entry, section, around);
        }
    }

    private void Add(
        List<FoundItem> found,
        ImprovementForm form,
        EntryNode entry,
        PlacedSection section,
        InheritedContext around
    )
    {
        if (Read(form, entry, section, around) is { } item)
        {
            found.Add(item);
        }
    }

    /// <summary>The improvement that a list item is; null when it is none, or still to be written.</summary>
    private FoundItem? Read(ImprovementForm form, EntryNode entry, PlacedSection section, InheritedContext around)
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

        var draft = new Draft(form, title, around) { Box = entry.Box, BoxExtent = section.Place(entry.BoxExtent) };
        FieldCollector.FromEntry(draft, entry, section, labels);
        return new FoundItem(reader.Read(draft));
    }

    private static bool IsBullet(TitleText title, EntryNode entry, PlacedSection section)
    {
        var isField = title.Id is null && entry.Fields is [var field, ..] && IsFieldOrProse(field, section);
        return !isField && !IsLinkIntoFile(section.Slice(entry.Text));
    }

    /// <summary>A label in bold opens a field or a remark; a plain one is part of a title unless it has a value of its kind.</summary>
    private static bool IsFieldOrProse(FieldText field, PlacedSection section) =>
        field.IsBold || FieldHeuristics.IsFieldInEntry(field, section);

    /// <summary>An entry of a table of contents: nothing but a link.</summary>
    private static bool IsLinkIntoFile(ReadOnlySpan<char> entry) =>
        entry.StartsWith("[")
        && entry.IndexOf("](#") is > 0 and var target
        && entry[target..].IndexOf(')') == entry.Length - target - 1;
}
