using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes a status the way a backlog does.</summary>
internal sealed class StatusWriter
{
    private readonly Dictionary<Status, string> words = [];
    private readonly Dictionary<Status, string> boxes = [];
    private readonly bool isUpper;

    public StatusWriter(Backlog backlog)
    {
        foreach (var item in backlog.Improvements)
        {
            foreach (var field in item.Fields)
            {
                if (
                    field.Definition == FieldCatalog.Status
                    && StatusWords.Find(TextNormalizer.Normalize(field.Text)) is { } status
                )
                {
                    words.TryAdd(status, field.Text);
                    isUpper |= field.Text.Length > 2 && !field.Text.Any(char.IsLower);
                }
            }

            foreach (var sign in item.StatusSigns)
            {
                if (sign.Source == StatusSource.Box && CheckBox.StatusOf(sign.Text[1..^1]) == sign.Status)
                {
                    boxes.TryAdd(sign.Status, sign.Text);
                }
            }
        }
    }

    /// <summary>Returns the word that the file uses for a status, else the usual one.</summary>
    public string WordOf(Status status) =>
        words.TryGetValue(status, out var word) ? word
        : isUpper ? UsualWordOf(status).ToUpperInvariant()
        : UsualWordOf(status);

    /// <summary>Returns the box that the file uses for a status, else the usual one.</summary>
    public string BoxOf(Status status) => boxes.TryGetValue(status, out var box) ? box : UsualBoxOf(status);

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
