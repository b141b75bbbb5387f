using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes a status the way a backlog does.</summary>
internal static class StatusWriter
{
    /// <summary>Returns the word that the file uses for a status, else the usual one.</summary>
    public static string WordOf(EditableBacklog document, Status status)
    {
        var words = document
            .Backlog.Improvements.SelectMany(item => item.Fields)
            .Where(field => field.Definition == FieldCatalog.Status)
            .Select(field => (field.Text, Status: StatusWords.Find(TextNormalizer.Normalize(field.Text))))
            .Where(word => word.Status is not null)
            .ToList();
        var isUpper = words.Exists(word => word.Text.Length > 2 && !word.Text.Any(char.IsLower));
        return words.Find(word => word.Status == status).Text
            ?? (isUpper ? UsualWordOf(status).ToUpperInvariant() : UsualWordOf(status));
    }

    /// <summary>Returns the box that the file uses for a status, else the usual one.</summary>
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
