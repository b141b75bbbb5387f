using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.History;

/// <summary>An improvement of an <see cref="EvolvingBacklog"/>.</summary>
internal sealed class EvolvingItem
{
    /// <summary>The expected key of its events.</summary>
    public required string Key { get; init; }
    public string? Id { get; set; }
    public required string[] Words { get; set; }
    public Status Status { get; set; }
    public int? Impact { get; set; }
    public int? Effort { get; set; }
    public DateOnly? Captured { get; set; }
    public DateOnly? Completed { get; set; }

    /// <summary>The day of the commit that closed it.</summary>
    public DateOnly ClosedOn { get; set; }
    public bool WasScored { get; set; }
    public bool WasReopened { get; set; }
    public bool IsArchived { get; set; }
    public bool IsGone { get; set; }

    public string Title => string.Join(' ', Words);
    public bool IsOpen => Status is not (Status.Done or Status.Rejected);
}
