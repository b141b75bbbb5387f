using System.Globalization;
using System.Text;
using KaizenGate.Backlogs;

namespace KaizenGate.Editing;

/// <summary>Looks at what an edit made, before it is written: nothing may have changed but what was meant.</summary>
public static class EditCheck
{
    /// <summary>Refuses an edit after which another improvement than the named ones reads differently, is gone or is new.</summary>
    /// <param name="before">The backlog before the edit.</param>
    /// <param name="after">The backlog after it.</param>
    /// <param name="keys">The keys of the improvements that may differ, <see cref="Improvement.Key"/>.</param>
    /// <exception cref="InputException">Something else changed; the error names it.</exception>
    public static void OnlyThese(Manuscript before, Manuscript after, params IReadOnlyCollection<string> keys)
    {
        var old = Others(before, keys);
        var now = Others(after, keys);
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
        {
            var was = index < old.Count ? old[index] : null;
            var present = index < now.Count ? now[index] : null;
            if (was is null || present is null || Told(was) != Told(present))
            {
                var touched = was ?? present!;
                throw CannotEdit.At(
                    before,
                    was?.Span ?? SourceSpan.FileStart,
                    $"the edit would change \"{touched.Name}\" as well, so nothing is changed",
                    "Make this change by hand, or bring the lines around it into one of the shapes of docs/backlog-format.md."
                );
            }
        }

        if (before.Backlog.Sections.Length > after.Backlog.Sections.Length)
        {
            throw CannotEdit.At(
                before,
                SourceSpan.FileStart,
                "the edit would break a section, so nothing is changed",
                "Make this change by hand."
            );
        }
    }

    private static List<Improvement> Others(Manuscript manuscript, IReadOnlyCollection<string> keys) =>
        [.. manuscript.Backlog.Improvements.Where(item => !keys.Contains(item.Key))];

    /// <summary>All that an improvement tells, apart from where it stands.</summary>
    private static string Told(Improvement item)
    {
        var told = new StringBuilder();
        told.Append(
            CultureInfo.InvariantCulture,
            $"{item.Form}\n{item.Key}\n{item.Id}\n{item.Title}\n{item.Status}\n{item.Impact?.Value}\n{item.Effort?.Value}\n"
        );
        told.Append(
            CultureInfo.InvariantCulture,
            $"{item.Section?.Title}\n{item.SubTasks}\n{item.SubTasksDone}\n{item.Completed?.Value}\n{item.OtherPlaces.Length}\n"
        );
        foreach (var field in item.Fields)
        {
            told.Append(CultureInfo.InvariantCulture, $"{field.Name}\u0001{field.Label}\u0001{field.Text}\n");
        }

        return told.ToString();
    }
}
