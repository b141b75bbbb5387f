namespace KaizenGate.Core.Reading;

/// <summary>A field that was found; its extent counts from the start of the text.</summary>
internal readonly record struct FoundField(
    FieldDefinition Definition,
    string Label,
    string Text,
    Extent Extent,
    int Scale
);

/// <summary>An improvement that was found, before its values are read. Extents count from the start of the text.</summary>
/// <param name="fields">A list for its fields, which is cleared first.</param>
internal sealed class Draft(ImprovementForm form, TitleText title, InheritedContext context, List<FoundField> fields)
{
    public ImprovementForm Form { get; } = form;
    public TitleText Title { get; } = title;
    public InheritedContext Context { get; } = context;

    /// <summary>The symbol in the check box; null when there is none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }

    /// <summary>The fields in the title come first.</summary>
    public List<FoundField> Fields { get; } = Start(fields, title);

    /// <summary>A row with more cells than the header, and the two numbers; null for all others.</summary>
    public (Extent Row, int Cells, int Columns)? Wider { get; init; }

    /// <summary>See <see cref="Improvement.Address"/>.</summary>
    public string? Address { get; init; }
    public int SubTasks { get; set; }
    public int SubTasksDone { get; set; }

    private static List<FoundField> Start(List<FoundField> fields, TitleText title)
    {
        fields.Clear();
        fields.AddRange(title.Fields);
        return fields;
    }
}
