using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>The kind of section that an improvement belongs to; without a priority while it has no score.</summary>
internal sealed record Destination(Status Status, Priority? Priority)
{
    public static Destination Of(Improvement item, Scoring scoring) =>
        new(item.Status, item.Score is { } score && double.IsFinite(score) ? scoring.PriorityOf(score) : null);

    /// <summary>Whether it is open, and so belongs to the section of its priority.</summary>
    public bool IsOpen => Status is Status.ToDo or Status.InProgress;

    internal bool IsMetBy(Section? section) =>
        IsOpen
            ? section?.Status is null or Status.ToDo or Status.InProgress
                && (Priority is null || section?.Priority == Priority)
            : section?.Status == Status;

    /// <summary>Returns the section, the one closest to a heading when there are several; null when there is none.</summary>
    public Scope? SectionIn(EditableBacklog document, Scope? near)
    {
        var ofStatus = document.Outline.Sections.Where(scope => scope.Meaning.Status == Status);
        var ofPriority = Priorities(document).Where(scope => scope.Meaning.Priority == Priority);
        var candidates = Status switch
        {
            Status.ToDo => ofPriority,
            Status.InProgress when !ofStatus.Any() => ofPriority,
            _ => ofStatus,
        };
        return near is null ? candidates.FirstOrDefault() : candidates.MaxBy(scope => CommonLevel(scope, near));
    }

    /// <summary>Returns the sections that list open work by priority.</summary>
    public static List<Scope> Priorities(EditableBacklog document) =>
        [
            .. document.Outline.Sections.Where(scope =>
                scope.Meaning.Priority is not null
                && !WithParents(scope)
                    .Any(above => above.Meaning.Status is Status.Done or Status.Deferred or Status.Rejected)
            ),
        ];

    /// <summary>Returns the nearest section at or above a heading; null when there is none.</summary>
    public static Scope? SectionOf(Scope scope) => WithParents(scope).FirstOrDefault(IsSection);

    private static bool IsSection(Scope scope) => scope.Meaning.IsSection;

    private static IEnumerable<Scope> WithParents(Scope scope)
    {
        for (var above = scope; above is not null; above = above.Parent)
        {
            yield return above;
        }
    }

    private static int CommonLevel(Scope one, Scope other) =>
        WithParents(one).First(above => WithParents(other).Contains(above, ReferenceEqualityComparer.Instance)).Level;
}
