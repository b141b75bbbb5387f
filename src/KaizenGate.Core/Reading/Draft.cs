using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>A field as it was found, at its place in the whole text.</summary>
internal readonly record struct FoundField(FieldName Name, string Label, string Text, Extent Where, int Scale);

/// <summary>An improvement as it was found, before its values are read. Extents count from the start of the whole text.</summary>
internal sealed class Draft(ImprovementForm form, TitleText title, Surroundings surroundings)
{
    public ImprovementForm Form { get; } = form;
    public TitleText Title { get; } = title;
    public Surroundings Surroundings { get; } = surroundings;

    /// <summary>The box of a task; null when it is none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }
    public List<FoundField> Fields { get; } = [];
    public int SubTasks { get; set; }
    public int SubTasksDone { get; set; }
}
