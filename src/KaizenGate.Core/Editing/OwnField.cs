using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A field of a heading or a list item. Extents refer to the whole text.</summary>
/// <param name="Definition">Null for an unknown label.</param>
/// <param name="Label">The label.</param>
/// <param name="Value">The value in the first line; may be empty.</param>
/// <param name="Start">The start of the first line.</param>
/// <param name="End">The end of the last line, before the line break.</param>
/// <param name="IsEntry">Whether it is a list item.</param>
/// <param name="IsAlone">Whether its line has no other field.</param>
internal sealed record OwnField(
    FieldDefinition? Definition,
    Extent Label,
    Extent Value,
    int Start,
    int End,
    bool IsEntry,
    bool IsAlone
)
{
    /// <summary>Returns the fields of a heading, a list item or a lead in order; none for a row.</summary>
    public static List<OwnField> Of(EditableBacklog document, ItemSite site) =>
        site switch
        {
            HeadingSite heading => Of(document.Text, heading.Scope.Content),
            LeadSite lead => Of(document.Text, lead.Below),
            EntrySite entry => Of(
                document.Text,
                entry.Entry.Children.Select(child => new PlacedNode(entry.Section, child))
            ),
            _ => [],
        };

    private static List<OwnField> Of(string text, IEnumerable<PlacedNode> nodes)
    {
        var fields = new List<OwnField>();
        var isOpen = false;
        foreach (var (section, node) in nodes)
        {
            switch (node)
            {
                case EntryNode entry when IsField(entry, section):
                    Add(fields, entry.Fields, entry.Whole.Start, EndOfText(text, entry.Whole), true);
                    isOpen = false;
                    break;
                case LineNode line when FieldHeuristics.HasField(line, section):
                    var (start, end) = (TextLines.StartOf(text, line.Text.Start), TextLines.EndOf(text, line.Text.End));
                    Add(fields, line.Fields, start, end, false);
                    isOpen = true;
                    break;
                case LineNode line when isOpen && FieldHeuristics.EndsValue(line, section):
                    isOpen = false;
                    break;
                case LineNode line when isOpen && IsContinuation(text, fields[^1], line.Text):
                    fields[^1] = fields[^1] with { End = TextLines.EndOf(text, line.Text.End) };
                    break;
                case EntryNode entry when isOpen && fields[^1].Value.Length == 0:
                    fields[^1] = fields[^1] with { End = EndOfText(text, entry.Whole) };
                    break;
                default:
                    isOpen = false;
                    break;
            }
        }

        return fields;
    }

    /// <summary>Returns the end of the last line with text, without blank lines after it.</summary>
    private static int EndOfText(string text, Extent whole) =>
        TextLines.EndOf(text, whole.Start + whole.In(text).TrimEnd().Length);

    private static bool IsField(EntryNode entry, SectionText section) =>
        entry is { Box: null, Fields: [{ Definition: null }, ..] } || FieldHeuristics.IsField(entry, section);

    /// <summary>Whether a line continues a field, or is the text below an empty label.</summary>
    private static bool IsContinuation(string text, OwnField field, Extent line) =>
        TextLines.CountBreaks(text.AsSpan(field.End, line.Start - field.End)) == 1 || field.Value.Length == 0;

    private static void Add(List<OwnField> fields, IReadOnlyList<FieldText> texts, int start, int end, bool isEntry)
    {
        fields.AddRange(
            texts.Select(text => new OwnField(
                text.Definition,
                text.LabelExtent,
                text.Value,
                start,
                end,
                isEntry,
                texts.Count == 1
            ))
        );
    }
}
