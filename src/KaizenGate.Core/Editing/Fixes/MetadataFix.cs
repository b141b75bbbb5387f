using System.Globalization;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ903: writes the figures computed from the file and its archive.</summary>
internal static class MetadataFix
{
    public static Fix Fix { get; } = new(MetadataDrift.Rule, Apply);

    private static EditableBacklog Apply(FixTask task)
    {
        var metadata = task.Backlog.Metadata!;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var span in task.Found.Select(finding => finding.Span).Distinct())
        {
            if (span == metadata.TotalItems?.Span)
            {
                edits.Add(Numbered(task.Document, span, Whole(task.Backlog.Improvements.Length)));
            }
            else if (span == metadata.ExecutionRate?.Span)
            {
                var (completed, identified) = (
                    MetadataDrift.Completed(task.Backlog),
                    MetadataDrift.Identified(task.Backlog.WithArchive)
                );
                var rate = FigureText.Percent(completed, identified, metadata.ExecutionRate.Value);
                edits.Add(
                    metadata.Completed is null
                        ? Numbered(task.Document, span, rate)
                        : Numbered(task.Document, span, rate, Whole(completed), Whole(identified))
                );
            }
            else if (span == metadata.LastUpdated?.Span)
            {
                var day = MetadataDrift.Newest(task.Backlog, task.AsOf)?.Value ?? task.AsOf;
                edits.Add(Dated(task.Document, metadata.LastUpdated, day));
            }
        }

        return FixTask.Tried(task.Document, edits.ToImmutable) ?? task.Document;
    }

    private static TextEdit Numbered(EditableBacklog document, SourceSpan span, params string[] figures)
    {
        var text = document.Text.Substring(span.Offset, span.Length);
        return new TextEdit(span.Offset, span.Length, FigureText.Replaced(text, 0, figures));
    }

    /// <summary>Replaces only the date; the text after it stays.</summary>
    private static TextEdit Dated(EditableBacklog document, Written<DateOnly> written, DateOnly day)
    {
        var old = written.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = document.Text.AsSpan(written.Span.Offset, written.Span.Length);
        var at = text.IndexOf(old);
        var now = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return at < 0
            ? new TextEdit(written.Span.Offset, written.Span.Length, now)
            : new TextEdit(written.Span.Offset + at, old.Length, now);
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);
}
