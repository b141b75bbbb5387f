using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>An improvement that stands right below a heading, with its place.</summary>
internal readonly record struct Neighbour(Improvement Item, ItemSite Site);

/// <summary>The improvements among which another one is put.</summary>
internal static class Neighbours
{
    /// <summary>Those right below a heading, in order, apart from one that is about to leave.</summary>
    public static List<Neighbour> Of(EditableBacklog document, Scope scope, Improvement? leaving)
    {
        var start = document.Outline.StartOf(scope);
        var end = document.Outline.EndOf(scope);
        var neighbours = new List<Neighbour>();
        foreach (var item in document.Backlog.Improvements)
        {
            if (item.Span.Offset < start || item.Span.Offset >= end || item.Order == leaving?.Order)
            {
                continue;
            }

            var site = ItemSite.Of(document, item);
            if (ReferenceEquals(site is HeadingSite ? site.Scope.Parent : site.Scope, scope))
            {
                neighbours.Add(new Neighbour(item, site));
            }
        }

        return neighbours;
    }

    /// <summary>The form that most have; null when there are none.</summary>
    public static ImprovementForm? FormOf(IEnumerable<Improvement> items) =>
        items.GroupBy(item => item.Form).MaxBy(group => group.Count())?.Key;
}
