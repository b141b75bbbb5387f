using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>A field as it was found, at its place in the whole text.</summary>
internal readonly record struct FoundField(
    FieldDefinition Definition,
    string Label,
    string Text,
    Extent Where,
    int Scale
);

/// <summary>An improvement as it was found, before its values are read. Extents count from the start of the whole text.</summary>
/// <param name="form">How it is written.</param>
/// <param name="title">Its title.</param>
/// <param name="surroundings">What the headings above pass on.</param>
/// <param name="expected">About how many fields it has; 0 when nothing tells.</param>
internal sealed class Draft(ImprovementForm form, TitleText title, InheritedContext surroundings, int expected = 0)
{
    public ImprovementForm Form { get; } = form;
    public TitleText Title { get; } = title;
    public InheritedContext Surroundings { get; } = surroundings;

    /// <summary>The box of a task; null when it is none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }
    public List<FoundField> Fields { get; } = new(expected);
    public int SubTasks { get; set; }
    public int SubTasksDone { get; set; }
}
