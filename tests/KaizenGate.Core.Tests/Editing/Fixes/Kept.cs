using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>What every fix keeps.</summary>
internal static class Kept
{
    /// <summary>Each title with its status, sorted.</summary>
    public static IEnumerable<string> Statuses(EditableBacklog document) =>
        document.Backlog.Improvements.Select(item => $"{item.Title}: {item.Status}").Order(StringComparer.Ordinal);

    /// <summary>The words that the text has more often before than after, other than those that state a status.</summary>
    public static IEnumerable<string> LostWords(EditableBacklog before, EditableBacklog after)
    {
        var stated = before
            .Backlog.Improvements.SelectMany(item => item.StatusSigns)
            .SelectMany(sign => Words(sign.Text))
            .ToHashSet(StringComparer.Ordinal);
        var now = Words(after.Text).CountBy(word => word).ToDictionary();
        return Words(before.Text)
            .CountBy(word => word)
            .Where(word => word.Value > now.GetValueOrDefault(word.Key) && !stated.Contains(word.Key))
            .Select(word => word.Key);
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
}
