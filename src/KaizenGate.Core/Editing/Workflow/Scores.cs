using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Impact and effort to write, on the scale of the file.</summary>
/// <param name="Item">An improvement of the backlog.</param>
/// <param name="Impact">A whole number; null to keep the value.</param>
/// <param name="Effort">A whole number; null to keep the value.</param>
internal sealed record GivenScore(Improvement Item, string? Impact, string? Effort);

/// <summary>Scores improvements.</summary>
internal static class Scores
{
    /// <summary>Sets impact and effort, updates score and priority, and moves the improvements to the sections of their scores.</summary>
    /// <exception cref="InputException">The edit of one is refused; see <see cref="EditCheck"/>.</exception>
    public static EditableBacklog Set(EditableBacklog document, params ImmutableArray<GivenScore> given)
    {
        var rated = Rated(
            Rated(document, FieldCatalog.Impact, one => one.Impact),
            FieldCatalog.Effort,
            one => one.Effort
        );
        foreach (var one in given)
        {
            var now = ItemEdits.Find(rated, one.Item);
            ThrowUnlessRead(document, now, FieldCatalog.Impact, one.Impact);
            ThrowUnlessRead(document, now, FieldCatalog.Effort, one.Effort);
        }

        ImmutableArray<Improvement> items = [.. given.Select(one => one.Item)];
        var scored = WithPriorities(WithScores(rated, items), items);
        var moved = ItemEdits.Move(scored, [.. Now(scored, items).Where(item => item.IsActive)]);
        EditCheck.OnlyThese(document, moved, items.Select(item => item.Key));
        return moved;

        EditableBacklog Rated(EditableBacklog before, FieldDefinition field, Func<GivenScore, string?> value) =>
            before.With([
                .. given
                    .Where(one => value(one) is not null)
                    .SelectMany(one => ItemFields.Set(before, ItemEdits.Find(before, one.Item), field, value(one))),
            ]);
    }

    private static IEnumerable<Improvement> Now(EditableBacklog document, ImmutableArray<Improvement> items) =>
        items.Select(item => ItemEdits.Find(document, item));

    private static void ThrowUnlessRead(EditableBacklog before, Improvement now, FieldDefinition field, string? value)
    {
        if (
            value is not null
            && (
                now.Values.Of(field) is not { IsInferred: false } read
                || Number(read.Text.TrimStart('~', '≈', ' ')) != value
            )
        )
        {
            throw before.ErrorAt(
                now.Span,
                $"{field.Words} {value} would not be read as that of \"{now.Name}\"",
                "Write it by hand, in a format of docs/backlog-format.md."
            );
        }
    }

    /// <summary>Writes the scores where one is written, and where improvements of the same form have one.</summary>
    private static EditableBacklog WithScores(EditableBacklog document, ImmutableArray<Improvement> items)
    {
        var usual = document.Backlog.Improvements.Where(HasScore).Select(item => item.Form).ToHashSet();
        return document.With([.. Now(document, items).SelectMany(item => Edits(item))]);

        ImmutableArray<TextEdit> Edits(Improvement item) =>
            item.Score is { } score
            && double.IsFinite(score)
            && (HasScore(item) || (usual.Contains(item.Form) && ItemSite.Of(document, item) is not RowSite))
                ? ItemFields.Set(
                    document,
                    item,
                    FieldCatalog.PriorityScore,
                    FieldSpelling.Score(document, Number(item.Impact?.Text), Number(item.Effort?.Text), score)
                )
                : [];

        static bool HasScore(Improvement item) =>
            item.Fields.Any(field => field.Definition == FieldCatalog.PriorityScore);
    }

    /// <summary>Corrects the priorities that are written as words.</summary>
    private static EditableBacklog WithPriorities(EditableBacklog document, ImmutableArray<Improvement> items)
    {
        return document.With([.. Now(document, items).SelectMany(item => Edits(item))]);

        ImmutableArray<TextEdit> Edits(Improvement item) =>
            item is { Score: { } score, WrittenPriority: { } old }
            && double.IsFinite(score)
            && old.Value != document.Scoring.PriorityOf(score)
            && Enum.TryParse<Priority>(old.Text, ignoreCase: true, out _)
                ? ItemFields.Set(document, item, FieldCatalog.Priority, $"{document.Scoring.PriorityOf(score)}")
                : [];
    }

    private static string? Number(string? text) =>
        text is not null && Numbers.TryLeading(text, out _, out var length) ? text[..length] : null;
}
