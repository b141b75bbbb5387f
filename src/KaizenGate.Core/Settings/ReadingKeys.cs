using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>reading</c>. Those of several files add up.</summary>
internal static class ReadingKeys
{
    private const int LongestBox = 20;

    private static readonly ImmutableArray<(string Word, Status Value)> StatusWords =
    [
        ("toDo", Status.ToDo),
        ("inProgress", Status.InProgress),
        ("done", Status.Done),
        ("deferred", Status.Deferred),
        ("rejected", Status.Rejected),
    ];

    private static readonly TextualType<Status> StatusType = JsonTypes.Choice(StatusWords);

    /// <summary>What a heading means, without its text.</summary>
    private static readonly TextualType<SectionSetting> SectionType = JsonTypes.Choice<SectionSetting>([
        .. StatusWords.Select(known => (known.Word, new SectionSetting("", false, known.Value, null))),
        ("high", new SectionSetting("", false, null, Priority.High)),
        ("medium", new SectionSetting("", false, null, Priority.Medium)),
        ("low", new SectionSetting("", false, null, Priority.Low)),
        ("items", new SectionSetting("", false, null, null)),
        ("ignore", Ignored("")),
    ]);

    private static readonly TextualType<FieldDefinition> FieldType = JsonTypes.Choice<FieldDefinition>([
        .. FieldCatalog.Table.WithLabels.Select(field => (field.Name, field)),
    ]);

    private static readonly TextualType<string> BoxType = JsonTypes.Matching(
        $"the text between the brackets of a box, at most {LongestBox} characters",
        $@"^[^\[\]\s]([^\[\]\r\n]{{0,{LongestBox - 2}}}[^\[\]\s])?$",
        text =>
            text.Length is > 0 and <= LongestBox
            && text.IndexOfAny(['[', ']', '\r', '\n']) < 0
            && !char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1])
    );

    public static ObjectType<ReadingSettings> Object { get; } =
        new([
            Key<ReadingSettings>.Of(
                "sections",
                "What is below a heading, by its text: improvements with a status or a priority, improvements without one (items), or nothing to read (ignore).",
                SectionType.ToMap(JsonTypes.Text),
                (settings, sections) =>
                    settings.WithSections(sections.Select(one => one.Value with { Heading = one.Key })),
                "{}"
            ),
            Key<ReadingSettings>.Of(
                "columns",
                "The fields of table columns and labels, by their text.",
                FieldType.ToMap(JsonTypes.Text),
                (settings, columns) => settings with { Columns = settings.Columns.SetItems(columns) },
                "{}"
            ),
            Key<ReadingSettings>.Of(
                "statuses",
                "The statuses of words, emoji and shortcodes.",
                StatusType.ToMap(JsonTypes.Text),
                (settings, statuses) => settings with { Statuses = settings.Statuses.SetItems(statuses) },
                "{}"
            ),
            Key<ReadingSettings>.Of(
                "boxes",
                "The statuses of check boxes, by the text between their brackets.",
                StatusType.ToMap(BoxType),
                (settings, boxes) => settings with { Boxes = settings.Boxes.SetItems(boxes) },
                "{}"
            ),
            Key<ReadingSettings>.Of(
                "ignore",
                "Headings below which nothing is read, as with ignore in sections.",
                JsonTypes.Text.ToList(),
                (settings, headings) => settings.WithSections(headings.Distinct().Select(Ignored)),
                "[]"
            ),
            Key<ReadingSettings>.Of(
                "items",
                "The only form of the improvements: headings, list entries or table rows. With auto the text decides.",
                JsonTypes.Choice<PartForm?>(
                    ("auto", null),
                    ("headings", PartForm.Heading),
                    ("entries", PartForm.Entry),
                    ("rows", PartForm.Row)
                ),
                (settings, form) => settings with { Items = form },
                "\"auto\""
            ),
        ]);

    private static SectionSetting Ignored(string heading) => new(heading, true, null, null);
}
