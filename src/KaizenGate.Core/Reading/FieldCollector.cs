namespace KaizenGate.Core.Reading;

/// <summary>Collects the fields and the subtasks of an improvement.</summary>
internal sealed class FieldCollector
{
    private readonly Draft draft;
    private readonly Labels labels;
    private int last = -1;
    private Extent lastLine;

    /// <summary>Fields whose value continues on further lines, with their section; their texts are read when all lines are known.</summary>
    private Dictionary<int, SectionText>? wrapped;

    private FieldCollector(Draft draft, Labels labels) => (this.draft, this.labels) = (draft, labels);

    /// <summary>Collects from a heading: everything up to the next heading, and only tasks and labelled texts of the headings below it.</summary>
    public static void FromHeading(Draft draft, Scope scope, Labels labels)
    {
        var collector = new FieldCollector(draft, labels);
        foreach (var (section, node) in scope.Content)
        {
            collector.Take(node, section);
        }

        foreach (var child in scope.Children)
        {
            collector.Below(child);
        }

        collector.Finish();
    }

    /// <summary>Collects from a list item: its further lines and its nested entries.</summary>
    public static void FromEntry(Draft draft, EntryNode entry, SectionText section, Labels labels)
    {
        var collector = new FieldCollector(draft, labels);
        foreach (var child in entry.Children)
        {
            collector.Take(child, section);
        }

        collector.Finish();
    }

    /// <summary>Collects from the nodes below a bold lead.</summary>
    public static void FromNodes(Draft draft, List<PlacedNode> nodes, Labels labels)
    {
        var collector = new FieldCollector(draft, labels);
        foreach (var (section, node) in nodes)
        {
            collector.Take(node, section);
        }

        collector.Finish();
    }

    private void Finish()
    {
        if (wrapped is null)
        {
            return;
        }

        foreach (var (index, section) in wrapped)
        {
            var field = draft.Fields[index];
            draft.Fields[index] = field with { Text = PlainText.Of(field.Extent.In(section.Text)) };
        }
    }

    private void Take(Node node, SectionText section)
    {
        switch (node)
        {
            case LineNode line when FieldHeuristics.HasField(line, section):
                Add(line.Fields, section, line.Text);
                break;
            case LineNode line when FieldHeuristics.EndsValue(line, section):
                last = -1; // Another field, though not a known one.
                break;
            case LineNode line:
                Continue(line, section);
                break;
            case EntryNode entry:
                Entry(entry, section);
                break;
            case TableNode table:
                FillEmpty(table.Header[0], section);
                break;
        }
    }

    private void Entry(EntryNode entry, SectionText section)
    {
        if (FieldHeuristics.IsField(entry, section))
        {
            Add(entry.Fields, section, entry.Text);
            var repeated = entry.Fields[0];
            foreach (var child in entry.Children)
            {
                if (child is EntryNode { Box: null } nested && repeated.Definition is { Kind: FieldKind.Sightings })
                {
                    Repeat(repeated, nested, section);
                    continue;
                }

                Take(child, section);
            }

            last = -1;
            return;
        }

        FillEmpty(entry.Text, section);
        Count(entry);
    }

    /// <summary>Adds an entry below a field as another field with its label.</summary>
    private void Repeat(FieldText field, EntryNode entry, SectionText section)
    {
        last = -1;
        if (entry.Text.Length > 0)
        {
            var text = PlainText.Of(section.Slice(entry.Text));
            var label = labels.Spelling(section.Slice(field.LabelExtent));
            draft.Fields.Add(new FoundField(field.Definition!, label, text, entry.Text, field.Scale));
        }
    }

    private void Count(EntryNode entry)
    {
        if (entry.Box is not null)
        {
            draft.SubTasks++;
            draft.SubTasksDone += CheckBox.StatusOf(entry.Box) is Status.Done ? 1 : 0;
        }

        foreach (var child in entry.Children)
        {
            if (child is EntryNode nested)
            {
                Count(nested);
            }
        }
    }

    private void Below(Scope scope)
    {
        var label = labels.TryFind(scope.Title!.Title, out var found) && found.IsProse ? found : null;
        foreach (var (section, node) in scope.Content)
        {
            if (node is EntryNode entry)
            {
                Count(entry);
            }

            var text = node switch
            {
                LineNode line => line.Text,
                EntryNode item => item.Text,
                _ => default,
            };
            if (label is not null && text.Length > 0)
            {
                draft.Fields.Add(new FoundField(label, scope.Title.Title, PlainText.Of(section.Slice(text)), text, 0));
                label = null;
            }
        }

        foreach (var child in scope.Children)
        {
            Below(child);
        }
    }

    private void Add(ImmutableArray<FieldText> fields, SectionText section, Extent line)
    {
        last = -1;
        foreach (var field in fields)
        {
            if (field.Definition is { } definition)
            {
                var where = field.Value.Length > 0 ? field.Value : field.LabelExtent;
                draft.Fields.Add(
                    new FoundField(
                        definition,
                        labels.Spelling(section.Slice(field.LabelExtent)),
                        PlainText.Of(section.Slice(field.Value)),
                        where,
                        field.Scale
                    )
                );
                last = draft.Fields.Count - 1;
            }
        }

        lastLine = line;
    }

    /// <summary>A line below a field continues its value.</summary>
    private void Continue(LineNode line, SectionText section)
    {
        if (last < 0)
        {
            return;
        }

        var field = draft.Fields[last];
        if (field.Text.Length == 0)
        {
            FillEmpty(line.Text, section);
        }
        else if (
            lastLine.End <= line.Text.Start
            && EntryTitle.IsNextLine(section.Slice(new Extent(lastLine.End, line.Text.Start - lastLine.End)))
        )
        {
            var length = line.Text.End - field.Extent.Start;
            draft.Fields[last] = field with { Extent = new Extent(field.Extent.Start, length) };
            (wrapped ??= [])[last] = section;
        }
        else
        {
            last = -1;
        }

        lastLine = line.Text;
    }

    /// <summary>The text below a label without a value is its value.</summary>
    private void FillEmpty(Extent text, SectionText section)
    {
        if (last >= 0 && draft.Fields[last] is { Text.Length: 0 } field && field.Definition.IsProse)
        {
            draft.Fields[last] = field with { Text = PlainText.Of(section.Slice(text)), Extent = text };
        }

        last = -1;
    }
}
