using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>An improvement that is to be captured.</summary>
/// <param name="Title">Its title, Markdown on one line.</param>
/// <param name="Fields">Its bare values; numbers as the file's scale has them, dates as year-month-day.</param>
internal sealed record NewItem(string Title, ImmutableArray<(FieldDefinition Field, string Value)> Fields)
{
    /// <summary>The day of its capture, which is written where the file has a place for it.</summary>
    public required DateOnly Captured { get; init; }

    /// <summary>A bare value; null when there is none.</summary>
    public string? Of(FieldDefinition field) => Fields.FirstOrDefault(one => one.Field == field).Value;
}
