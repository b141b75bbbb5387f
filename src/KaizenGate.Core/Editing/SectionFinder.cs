using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Finds the section for a destination among the headings of a text.</summary>
internal static class SectionFinder
{
    /// <summary>The section; null when the text has none of that kind.</summary>
    /// <param name="document">The text.</param>
    /// <param name="destination">What is asked for.</param>
    /// <param name="near">A heading in whose surroundings it should be; null for anywhere.</param>
    public static Scope? Find(EditableBacklog document, Destination destination, Scope? near)
    {
        var sections = document.Outline.Scopes.Where(IsSection);
        var fitting = destination.Status switch
        {
            Status.ToDo => OfPriority(sections, destination.Priority),
            Status.InProgress => OfStatus(sections, Status.InProgress) is { Count: > 0 } active
                ? active
                : OfPriority(sections, destination.Priority),
            _ => OfStatus(sections, destination.Status),
        };
        return near is null ? fitting.FirstOrDefault() : fitting.MaxBy(scope => CommonLevel(scope, near));
    }

    /// <summary>The sections that list open work by priority.</summary>
    public static List<Scope> Priorities(EditableBacklog document) =>
        [.. document.Outline.Scopes.Where(scope => IsSection(scope) && IsOpenPriority(scope))];

    /// <summary>The nearest heading at or above this one that is a section; null when there is none.</summary>
    public static Scope? SectionOf(Scope? scope)
    {
        while (scope is not null && !IsSection(scope))
        {
            scope = scope.Parent;
        }

        return scope;
    }

    private static bool IsSection(Scope scope) => scope.Meaning.Kind == HeadingKind.Section;

    private static List<Scope> OfStatus(IEnumerable<Scope> sections, Status status) =>
        [.. sections.Where(scope => scope.Meaning.Status == status)];

    private static List<Scope> OfPriority(IEnumerable<Scope> sections, Priority? priority) =>
        [.. sections.Where(scope => IsOpenPriority(scope) && scope.Meaning.Priority == priority)];

    private static bool IsOpenPriority(Scope scope)
    {
        if (scope.Meaning.Priority is null)
        {
            return false;
        }

        for (var above = scope; above is not null; above = above.Parent)
        {
            if (above.Meaning.Status is Status.Done or Status.Deferred or Status.Rejected)
            {
                return false;
            }
        }

        return true;
    }

    private static int CommonLevel(Scope one, Scope other)
    {
        var above = new HashSet<Scope>(ReferenceEqualityComparer.Instance);
        for (var scope = one; scope is not null; scope = scope.Parent)
        {
            above.Add(scope);
        }

        var common = other;
        while (!above.Contains(common))
        {
            common = common.Parent!;
        }

        return common.Level;
    }
}
