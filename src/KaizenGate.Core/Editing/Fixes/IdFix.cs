using System.Globalization;
using KaizenGate.Core.Rules.Integrity;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ905: puts the next id before the title, in the style of the ids in the file.</summary>
internal static class IdFix
{
    private const string UsualPrefix = "IMP-";
    private const int UsualDigits = 3;

    public static Fix Fix { get; } = new(MissingId.Rule, Apply);

    private static EditableBacklog Apply(FixTask task)
    {
        var (prefix, digits, number) = Last(task.Backlog);
        var (open, close) = Style(task.Document);
        var numbered = task
            .Found.Select(finding => finding.Item!)
            .Where(item => item.IsCertain)
            .Select((item, index) => (Item: item, Id: Text(number + 1 + index)))
            .ToList();
        return FixTask.Tried(
                task.Document,
                () => [.. numbered.Select(one => TextEdit.Insert(one.Item.Span.Offset, open + one.Id + close))],
                numbered.SelectMany(one => new[] { one.Item.Key, one.Id.ToUpperInvariant() })
            ) ?? task.Document;

        string Text(int next) => prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Returns the most common prefix, and the highest number with it.</summary>
    private static (string Prefix, int Digits, int Number) Last(Backlog backlog)
    {
        var ids = backlog
            .WithArchive.Select(item => item.Id)
            .OfType<string>()
            .Select(id => (Prefix: id.AsSpan().TrimEnd("0123456789").ToString(), Id: id))
            .Where(one => one.Id.Length - one.Prefix.Length is > 0 and < 9)
            .ToList();
        if (ids.Count == 0)
        {
            return (UsualPrefix, UsualDigits, 0);
        }

        var prefix = ids.GroupBy(one => one.Prefix, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First();
        return (
            prefix.First().Prefix,
            prefix.Max(one => one.Id.Length - one.Prefix.Length),
            prefix.Max(one => int.Parse(one.Id.AsSpan(one.Prefix.Length), CultureInfo.InvariantCulture))
        );
    }

    /// <summary>Returns the text around an id, as in <c>[IMP-001] Title</c> or <c>IMP-001: Title</c>.</summary>
    private static (string Open, string Close) Style(EditableBacklog document)
    {
        foreach (var item in document.Backlog.Improvements)
        {
            if (item is not { Form: ImprovementForm.Heading, IdSpan: { } id } || id.Offset >= item.Span.Offset)
            {
                continue;
            }

            var end = id.Offset + id.Length;
            var isBracketed = id.Offset > 0 && document.Text[id.Offset - 1] == '[';
            var close = document.Text[end..item.Span.Offset];
            if (close.AsSpan().Trim().Length <= 2 && !close.Contains('\n', StringComparison.Ordinal))
            {
                return (isBracketed ? "[" : "", close);
            }
        }

        return ("[", "] ");
    }
}
