using System.Text;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Trackers;

/// <summary>
/// One improvement of a tracker as a backlog of its own, so that the commands which edit Markdown change it too. Its title is replaced, as it
/// could be read as something else.
/// </summary>
internal static class IssueDocument
{
    private const string Title = "issue";

    /// <summary>Returns the backlog.</summary>
    /// <param name="file">The file of the snapshot, for messages.</param>
    /// <param name="item">The improvement.</param>
    /// <param name="options">How to read it.</param>
    public static EditableBacklog Of(SourceFile file, Improvement item, ReadingOptions options)
    {
        var text = new StringBuilder($"# Improvement Backlog\n\n### {item.Id} — {Title}\n\n");
        foreach (var field in item.Fields.Where(field => field.Text.Length > 0).DistinctBy(field => field.Definition))
        {
            // Sightings are the only field of which a second one says more.
            var value = field.Definition == FieldCatalog.Seen ? item.Seen?.Text ?? field.Text : field.Text;
            var scale = Labels.ScaleOf(field.Label) is > 0 and var top ? $" (1-{top})" : "";
            text.Append($"- **{field.Definition.Spelling}{scale}:** {InlineText.Of(value)}\n");
        }

        return EditableBacklog.Read(file with { Path = $"{file.Path}.md" }, text.ToString(), options);
    }

    /// <summary>Returns the improvement of the backlog with its title and address.</summary>
    /// <param name="changed">The improvement in the backlog.</param>
    /// <param name="item">The improvement that the backlog was made of.</param>
    public static Improvement Restored(Improvement changed, Improvement item) =>
        changed with
        {
            Title = changed.Title == Title ? item.Title : changed.Title,
            Address = item.Address,
            Span = item.Span,
            IdSpan = item.IdSpan,
            Order = item.Order,
        };
}
