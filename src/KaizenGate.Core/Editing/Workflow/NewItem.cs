using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>An improvement to capture.</summary>
/// <param name="Title">Markdown on one line.</param>
/// <param name="Fields">Values without markup; ratings on the scale of the file, dates as yyyy-MM-dd.</param>
internal sealed record NewItem(string Title, ImmutableArray<(FieldDefinition Field, string Value)> Fields)
{
    /// <summary>Written only where the file has a field for it.</summary>
    public required DateOnly Captured { get; init; }

    /// <summary>What showed the problem; null when nothing is given.</summary>
    public string? Evidence { get; init; }

    /// <summary>Returns it with the evidence as its current state, unless it has one.</summary>
    public NewItem Described() =>
        Evidence is null || Of(FieldCatalog.CurrentState) is not null
            ? this
            : this with
            {
                Fields = Fields.Add((FieldCatalog.CurrentState, Evidence)),
            };

    public string? Of(FieldDefinition field) => Fields.FirstOrDefault(one => one.Field == field).Value;

    /// <summary>Adds an improvement with a new id to the section of its score, in the format of the others there.</summary>
    /// <exception cref="InputException">The table lacks a column, or the text would be read differently.</exception>
    public EditableBacklog AddTo(EditableBacklog document, string id)
    {
        var after = document.With([Insertion(document, id, null, out var form)]);
        if (form == ImprovementForm.Bullet && !IsAdded(after))
        {
            // A plain bullet is not read as an improvement everywhere.
            var others = new[] { ImprovementForm.Task, ImprovementForm.Heading }.Select(other =>
                document.With([Insertion(document, id, other, out _)])
            );
            after = others.FirstOrDefault(IsAdded) ?? after;
        }

        EditCheck.OnlyThese(document, after, id.ToUpperInvariant());
        Verify(after, id);
        return after;

        bool IsAdded(EditableBacklog now) =>
            now.Find(id.ToUpperInvariant()) is not null
            && EditCheck.IsOnlyThese(document, now, [id.ToUpperInvariant()]);
    }

    /// <summary>Verifies that it was added as it is meant.</summary>
    /// <exception cref="InputException">The text would be read differently.</exception>
    internal void Verify(EditableBacklog after, string id)
    {
        var added = after.Find(id.ToUpperInvariant());
        if (added is null || added.Status is not Status.ToDo || added.Title != PlainText.Of(InlineText.Of(Title)))
        {
            throw new InputException(
                added is null
                    ? $"\"{Title}\" would not be read as an improvement"
                    : $"the title would be read as \"{added.Title}\", {StatusWriter.UsualWordOf(added.Status).ToLowerInvariant()}",
                added is null
                    ? "Write it by hand in a format of docs/backlog-format.md, in a section such as \"## To Do\"."
                    : "Word the title without marks such as ~~, ✅ or an id.",
                after.Backlog.File.Path
            );
        }

        foreach (var (field, value) in Fields)
        {
            if (!IsRead(added, field, value))
            {
                throw new InputException(
                    $"{field.Words} \"{value}\" would not be read as it is meant",
                    "Word it without labels such as \"Status:\", or write it by hand.",
                    after.Backlog.File.Path
                );
            }
        }
    }

    /// <summary>Returns its score; null while a value is missing.</summary>
    internal double? ScoreIn(EditableBacklog document)
    {
        if (Of(FieldCatalog.Impact) is not { } impact || Of(FieldCatalog.Effort) is not { } effort)
        {
            return null;
        }

        // The reader knows the scale, the direction and the formula.
        var lines = $"### [A-1] a\n\n- **Impact:** {impact}\n- **Effort:** {effort}\n";
        return document.Read(lines).Find("A-1")?.Score;
    }

    private static bool IsRead(Improvement added, FieldDefinition field, string value) =>
        field.Kind is FieldKind.Rating or FieldKind.Hours
            ? added.Values.Of(field) is { IsInferred: false }
            : added.Fields.Any(one => one.Definition == field && one.Text == PlainText.Of(InlineText.Of(value)));

    /// <summary>Returns the kind of section that it belongs to.</summary>
    internal Destination DestinationIn(EditableBacklog document) =>
        new(Status.ToDo, ScoreIn(document) is { } score ? document.Scoring.PriorityOf(score) : null);

    /// <summary>Returns the edit that adds it.</summary>
    /// <param name="document">The backlog.</param>
    /// <param name="id">Its id.</param>
    /// <param name="wantedForm">Its form; null for that of its neighbors.</param>
    /// <param name="form">The form it has.</param>
    /// <param name="placementAt">Returns the placement below a heading, for several insertions; null for a new one.</param>
    internal TextEdit Insertion(
        EditableBacklog document,
        string id,
        ImprovementForm? wantedForm,
        out ImprovementForm form,
        Func<Scope, Placement>? placementAt = null
    )
    {
        var text = new ItemText(document, this, id);
        var score = ScoreIn(document);
        var wanted = DestinationIn(document);
        var (target, isMissing) = Target(document, wanted);
        var all = document.Backlog.Improvements;
        var active = all.Where(one => one.IsActive);
        var usual = Placement.FormOf(active) ?? Placement.FormOf(all) ?? ImprovementForm.Heading;
        if (isMissing)
        {
            usual = form = wantedForm ?? usual;
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

        var placement = placementAt?.Invoke(target) ?? new Placement(document, target);
        form = wantedForm ?? Placement.FormOf(placement.Neighbors.Select(one => one.Item)) ?? usual;
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
                return placement.Entry(text.Entry(form, placement.Bullet ?? '-'), GoesBefore);
        }
    }

    /// <summary>Returns the heading that a new improvement goes below, or next to which a section is missing.</summary>
    private static (Scope Target, bool IsMissing) Target(EditableBacklog document, Destination wanted)
    {
        var priorities = Destination.Priorities(document);
        if (priorities.Count > 0)
        {
            // Without a score it goes to the lowest priority.
            var found = wanted.Priority is null
                ? priorities.MinBy(scope => scope.Meaning.Priority)
                : wanted.SectionIn(document, null);
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
