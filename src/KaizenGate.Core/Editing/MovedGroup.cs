using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Improvements that move below headings that do not exist there yet.</summary>
/// <param name="document">The backlog.</param>
/// <param name="insert">Returns the edit that inserts the lines, which depend on the level of the heading above.</param>
internal sealed class MovedGroup(EditableBacklog document, Func<Func<int, string>, TextEdit> insert)
{
    private readonly List<(ImmutableArray<string> Areas, List<Improvement> Items)> areas = [];
    private readonly Dictionary<string, List<Improvement>> known = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the headings from the section of a heading down to it, as written, without those that only say that work is listed, such
    /// as Tasks; none without a section above.
    /// </summary>
    public static ImmutableArray<string> AreasOf(Scope home)
    {
        if (Destination.SectionOf(home) is not { } section)
        {
            return [];
        }

        var areas = new List<string>();
        for (var scope = home; !ReferenceEquals(scope, section); scope = scope.Parent!)
        {
            if ((scope.Meaning.Topics & (SectionTopics.Work | SectionTopics.Horizon)) == 0)
            {
                areas.Add(scope.Section!.Slice(scope.Heading!.Text).ToString());
            }
        }

        areas.Reverse();
        return [.. areas];
    }

    /// <summary>Returns the heading for areas in a section, as far as it exists, with the areas that do not.</summary>
    public static (Scope Target, ImmutableArray<string> Missing) Inside(Scope section, ImmutableArray<string> areas)
    {
        var target = section;
        for (var depth = 0; depth < areas.Length; depth++)
        {
            if (ChildNamed(target, areas[depth]) is not { } child)
            {
                return target.Level + areas.Length - depth > HeadingNode.LowestLevel
                    ? (target, [])
                    : (target, areas[depth..]);
            }

            target = child;
        }

        return (target, []);
    }

    /// <summary>Returns the lines of the areas below which only blocks are that leave.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="areas">Headings that the other section has or gets.</param>
    /// <param name="leaving">The blocks.</param>
    public static List<(int Offset, int Length)> Emptied(
        EditableBacklog document,
        IEnumerable<Scope> areas,
        IEnumerable<(int Offset, int Length)> leaving
    )
    {
        var ends = leaving.ToDictionary(block => block.Offset, block => block.Offset + block.Length);
        var emptied = new List<(int Offset, int Length)>();
        foreach (var area in areas.OrderByDescending(area => area.Level))
        {
            for (var scope = area; scope is { Meaning.IsSection: false, Heading: not null }; scope = scope.Parent!)
            {
                var start = document.Outline.StartOf(scope);
                if (ends.ContainsKey(start) || !IsEmptied(document, scope, ends))
                {
                    break;
                }

                var end = document.Outline.EndOfHeading(scope);
                emptied.Add((start, end - start));
                ends[start] = end;
            }
        }

        return emptied;
    }

    /// <summary>Whether only white space is between the blocks below a heading.</summary>
    private static bool IsEmptied(EditableBacklog document, Scope scope, Dictionary<int, int> ends)
    {
        var text = document.Text.AsSpan();
        var at = document.Outline.EndOfHeading(scope);
        var end = document.Outline.EndOf(scope);
        while (at < end)
        {
            at = end - text[at..end].TrimStart().Length;
            if (at == end || !Next(ref at))
            {
                break;
            }
        }

        return at == end;

        bool Next(ref int position)
        {
            // Blocks are whole lines.
            if (!ends.TryGetValue(TextLines.StartOf(document.Text, position), out var next) || next <= position)
            {
                return false;
            }

            position = next;
            return true;
        }
    }

    /// <summary>Adds an improvement below headings, the outermost first.</summary>
    public void Add(ImmutableArray<string> below, Improvement item)
    {
        var key = string.Join('\n', below);
        if (!known.TryGetValue(key, out var items))
        {
            known[key] = items = [];
            areas.Add((below, items));
        }

        items.Add(item);
    }

    public TextEdit Insertion() => insert(Lines);

    /// <summary>The improvements without an area first, then each area with its own.</summary>
    private string Lines(int level)
    {
        var newLine = TextLines.LineBreakNear(document.Text, document.Text.Length);
        var lines = new StringBuilder();
        ImmutableArray<string> above = [];
        foreach (var (below, items) in areas.OrderBy(area => area.Areas.Length > 0))
        {
            var depth = 0;
            while (depth < Math.Min(above.Length, below.Length) && above[depth] == below[depth])
            {
                depth++;
            }

            for (; depth < below.Length; depth++)
            {
                Separate(2);
                lines
                    .Append('#', Math.Min(HeadingNode.LowestLevel, level + depth + 1))
                    .Append(' ')
                    .Append(below[depth]);
            }

            Improvement? before = null;
            foreach (var item in items)
            {
                var isNext = before is not null && IsListed(item) && before.Form == item.Form;
                var (header, block) = Block(item, level + below.Length);
                Separate(isNext ? 1 : 2);
                lines.Append(isNext || header is null ? "" : header + newLine).Append(block);
                before = item;
            }

            above = below;
        }

        return lines.ToString();

        void Separate(int breaks) => lines.Insert(lines.Length, newLine, lines.Length > 0 ? breaks : 0);
    }

    private (string? Header, string Lines) Block(Improvement item, int level) =>
        ItemSite.Of(document, item) switch
        {
            HeadingSite => (null, ItemLines.AtLevel(document, item, Math.Min(HeadingNode.LowestLevel, level + 1))),
            RowSite row => (row.HeaderLines, row.Line),
            _ => (null, ItemLines.Outdented(document, item, SectionMove.BulletOf(document, item), "")),
        };

    private static bool IsListed(Improvement item) => item.Form is not ImprovementForm.Heading;

    private static Scope? ChildNamed(Scope scope, string title)
    {
        var name = TextNormalizer.Normalize(PlainText.Of(title));
        foreach (var child in scope.Children)
        {
            if (
                !child.IsItem
                && !child.Meaning.IsSection
                && TextNormalizer.Normalize(PlainText.Of(child.Section!.Slice(child.Heading!.Text))) == name
            )
            {
                return child;
            }
        }

        return null;
    }
}
