using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>How a backlog writes a status.</summary>
internal static class StatusWriter
{
    /// <summary>The word for a status: one that the file uses, else the usual one.</summary>
    public static string WordOf(EditableBacklog document, Status status)
    {
        var isUpper = false;
        foreach (var item in document.Backlog.Improvements)
        {
            foreach (var field in item.Fields)
            {
                if (
                    field.Definition == FieldCatalog.Status
                    && StatusWords.Find(TextNormalizer.Normalize(field.Text)) is { } used
                )
                {
                    if (used == status)
                    {
                        return field.Text;
                    }

                    isUpper |= field.Text.Length > 2 && !field.Text.Any(char.IsLower);
                }
            }
        }

        var word = UsualWordOf(status);
        return isUpper ? word.ToUpperInvariant() : word;
    }

    /// <summary>The box for a status: one that the file uses, else the usual one.</summary>
    public static string BoxOf(EditableBacklog document, Status status) =>
        document
            .Backlog.Improvements.SelectMany(item => item.StatusSigns)
            .FirstOrDefault(sign =>
                sign.Source == StatusSource.Box
                && sign.Status == status
                && CheckBox.StatusOf(sign.Text[1..^1]) == status
            )
            ?.Text
        ?? UsualBoxOf(status);

    /// <summary>The word that a status is known by.</summary>
    public static string UsualWordOf(Status status) =>
        status switch
        {
            Status.ToDo => "To Do",
            Status.InProgress => "In Progress",
            _ => $"{status}",
        };

    private static string UsualBoxOf(Status status) =>
        status switch
        {
            Status.InProgress => "[/]",
            Status.Done => "[x]",
            Status.Deferred => "[>]",
            Status.Rejected => "[-]",
            _ => "[ ]",
        };
}
