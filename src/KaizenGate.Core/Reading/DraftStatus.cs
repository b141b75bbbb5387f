using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the status of a draft from its fields.</summary>
internal readonly struct DraftStatus(Draft draft, DraftValues values, StatusVocabulary statuses)
{
    public StatusSign? Sign()
    {
        foreach (var field in draft.Fields)
        {
            if (field.Definition != FieldCatalog.Status || Placeholders.ListsAlternatives(field.Text))
            {
                continue;
            }

            if (statuses.Leading(field.Text) is { } status)
            {
                return new StatusSign(
                    StatusSource.Field,
                    status,
                    field.Text,
                    values.Span(field),
                    statuses.IsWeak(field.Text)
                );
            }

            if (!Placeholders.Matches(field.Text))
            {
                values.Problem(
                    field,
                    $"the status \"{DraftValues.Short(field.Text)}\" is not known; use To Do, In Progress, Done, Deferred or Rejected"
                );
            }
        }

        return Completion();
    }

    /// <summary>A date, a check mark or "yes" in a field or column such as Done means completed, if there is no status.</summary>
    private StatusSign? Completion()
    {
        foreach (var field in draft.Fields)
        {
            var status =
                field.Definition != FieldCatalog.Completed ? null
                : DateForms.First(field.Text, DateOrder.DayFirst) is not null ? Status.Done
                : statuses.OfAnswer(field.Text);
            if (status is { } known)
            {
                return new StatusSign(StatusSource.Field, known, field.Text, values.Span(field), known is Status.ToDo);
            }
        }

        return null;
    }

    /// <summary>Returns the remark after the status word: why the improvement is deferred or rejected.</summary>
    public Written<string>? Remark(Status status)
    {
        if (status is not (Status.Deferred or Status.Rejected))
        {
            return null;
        }

        foreach (var field in draft.Fields)
        {
            var cut = field.Definition == FieldCatalog.Status ? field.Text.AsSpan().IndexOfAny(RemarkSigns) : -1;
            var remark = cut < 0 ? "" : field.Text[(cut + 1)..].Trim(' ', '(', ')', '-', '–', '—', ':', ',');
            if (remark.Length > 0)
            {
                return new Written<string>(remark, field.Text, values.Span(field));
            }
        }

        return draft.Title.Remark is { } title && title.Status == status && title.HasReason
            ? new Written<string>(title.Text, title.Text, values.SpanOf(title.Extent))
            : null;
    }

    private static readonly SearchValues<char> RemarkSigns = SearchValues.Create("(,;—–→-:");
}
