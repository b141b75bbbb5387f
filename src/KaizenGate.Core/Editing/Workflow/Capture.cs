using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Backlogs.Titles;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Captures improvements.</summary>
internal static class Capture
{
    /// <summary>Adds an improvement in the section of its score, in the shape of those that stand there.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="item">The improvement.</param>
    /// <param name="id">An id that nothing else has.</param>
    /// <exception cref="InputException">The table lacks a column, or what was written would not be read as it was meant.</exception>
    public static EditableBacklog Add(EditableBacklog document, NewItem item, string id)
    {
        var after = document.With([Insertion(document, item, id)]);
        EditCheck.OnlyThese(document, after, id.ToUpperInvariant());
        var added = after.Find(id.ToUpperInvariant());
        if (added is null || added.Status is not Status.ToDo || added.Title != PlainText.Of(InlineText.Of(item.Title)))
        {
            throw new InputException(
                new InputError(
                    added is null
                        ? $"\"{item.Title}\" would not be read as an improvement"
                        : $"the title would be read as \"{added.Title}\", {StatusWriter.UsualWordOf(added.Status).ToLowerInvariant()}",
                    "Word the title without marks such as ~~, ✅ or an id.",
                    document.Backlog.File.Path
                )
            );
        }

        foreach (var (field, value) in item.Fields)
        {
            if (!IsRead(added, field, value))
            {
                throw new InputException(
                    new InputError(
                        $"{field.Words} \"{value}\" would not be read as it is meant",
                        "Word it without labels such as \"Status:\", or write it by hand.",
                        document.Backlog.File.Path
                    )
                );
            }
        }

        return after;
    }

    /// <summary>The improvement, open or completed, that says what a title says; null when there is none.</summary>
    /// <param name="backlog">The backlog with its archive.</param>
    /// <param name="title">The title.</param>
    /// <param name="least">Shared words divided by all words from which on two titles say the same, above 0, at most 1.</param>
    public static Improvement? SimilarTo(Backlog backlog, string title, double least)
    {
        ImmutableArray<Improvement> items = [.. backlog.WithArchive.Where(item => item.Status is not Status.Rejected)];
        var titles = new SimilarTitles(items.Select(item => item.Title).Append(PlainText.Of(title)), least);
        foreach (var match in titles.Find(items.Length, (_, _) => true))
        {
            return items[match.Earlier];
        }

        return null;
    }

    /// <summary>The score of an improvement that is to be captured; null while a value is missing.</summary>
    internal static double? ScoreOf(EditableBacklog document, NewItem item)
    {
        if (item.Of(FieldCatalog.Impact) is not { } impact || item.Of(FieldCatalog.Effort) is not { } effort)
        {
            return null;
        }

        // The reader knows the scale, the direction and the formula.
        var lines = $"### [A-1] a\n\n- **Impact:** {impact}\n- **Effort:** {effort}\n";
        return document.With([new TextEdit(0, document.Text.Length, lines)]).Find("A-1")?.Score;
    }

    private static bool IsRead(Improvement added, FieldDefinition field, string value) =>
        field.Kind is FieldKind.Rating or FieldKind.Hours
            ? added.Values.Of(field) is { IsInferred: false }
            : added.Fields.Any(one => one.Definition == field && one.Text == PlainText.Of(InlineText.Of(value)));

    private static TextEdit Insertion(EditableBacklog document, NewItem item, string id)
    {
        var text = new ItemText(document, item, id);
        var score = ScoreOf(document, item);
        var wanted = new Destination(Status.ToDo, score is { } known ? document.Scoring.PriorityOf(known) : null);
        var (target, isMissing) = Target(document, wanted);
        var all = document.Backlog.Improvements;
        var active = all.Where(one => one.IsActive);
        var usual = Neighbours.FormOf(active) ?? Neighbours.FormOf(all) ?? ImprovementForm.Heading;
        if (isMissing)
        {
            return NewSection.Of(
                document,
                wanted with
                {
                    Priority = wanted.Priority ?? Priority.Low,
                },
                target,
                level =>
                    usual == ImprovementForm.Heading ? text.Heading(level + 1)
                    : usual == ImprovementForm.TableRow ? text.Table()
                    : text.Entry(usual, '-')
            );
        }

        var placement = new Placement(document, target);
        var form = Neighbours.FormOf(placement.Neighbours.Select(one => one.Item)) ?? usual;
        bool GoesBefore(Improvement other) => SectionMove.GoesBefore(wanted, score, other);
        switch (form)
        {
            case ImprovementForm.TableRow:
                foreach (var table in placement.Tables)
                {
                    var columns = TableColumns.Of((TableNode)table.Node, table.Section, document.Labels);
                    if (TableColumns.Title(columns) >= 0)
                    {
                        return placement.Row(table, text.Row(table), GoesBefore);
                    }
                }

                return placement.Last(text.Table());
            case ImprovementForm.Heading:
                return placement.Heading(text.Heading(placement.HeadingLevel), GoesBefore);
            default:
                return placement.Entry(text.Entry(form, SignOf(document, placement)), GoesBefore);
        }
    }

    private static char SignOf(EditableBacklog document, Placement placement) =>
        placement
            .Neighbours.Select(one => one.Site)
            .OfType<EntrySite>()
            .Select(entry => document.Text[entry.MarkerAt])
            .FirstOrDefault(sign => sign is '-' or '*' or '+', '-');

    /// <summary>The heading that a new improvement goes below, and whether a section is to be added beside it.</summary>
    private static (Scope Target, bool IsMissing) Target(EditableBacklog document, Destination wanted)
    {
        var priorities = SectionFinder.Priorities(document);
        if (priorities.Count > 0)
        {
            // What has no score yet waits at the end.
            var found = wanted.Priority is null
                ? priorities.MinBy(scope => scope.Meaning.Priority)
                : SectionFinder.Find(document, wanted, null);
            return found is null ? (priorities[0], true) : (found, false);
        }

        var home = document
            .Backlog.Improvements.Where(item => item.IsActive)
            .Select(item => ItemSite.Of(document, item))
            .FirstOrDefault();
        if (home is not null)
        {
            return (home is HeadingSite ? home.Scope.Parent! : home.Scope, false);
        }

        var open = document.Outline.Scopes.FirstOrDefault(scope => scope.Meaning.Status is Status.ToDo);
        var title = document.Outline.Scopes.FirstOrDefault(scope => scope.Level == 1);
        return (open ?? title ?? document.Outline.Root, false);
    }
}
