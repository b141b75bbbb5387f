using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Finds an improvement by user input.</summary>
internal static class ItemSearch
{
    /// <summary>Returns the improvement with an id, the number of an id, a short reference, or a title; without regard to case.</summary>
    /// <param name="backlogs">Where to look.</param>
    /// <param name="name">The input.</param>
    /// <param name="otherwise">Returns what the input is if it is not an improvement; null if that is unknown.</param>
    /// <exception cref="InputException">There is none, or several; the error names similar ones.</exception>
    public static (Backlog Backlog, Improvement Item) Find(
        ImmutableArray<Backlog> backlogs,
        string name,
        Func<InputException?>? otherwise = null
    )
    {
        var all = backlogs
            .SelectMany(backlog => backlog.Improvements.Select(item => (Backlog: backlog, Item: item)))
            .ToList();
        var wanted = name.Trim().Trim('[', ']');
        var found = all.FindAll(one => wanted.Equals(one.Item.Id, StringComparison.OrdinalIgnoreCase));
        if (found.Count == 0 && wanted.Length > 0 && wanted.All(char.IsAsciiDigit))
        {
            found = all.FindAll(one => one.Item.Id is { } id && IsNumberOf(id, wanted));
        }

        if (found.Count == 0 && ItemReference.IsShort(wanted))
        {
            found = all.FindAll(one =>
                wanted.Equals(ItemReference.Short(one.Item), StringComparison.OrdinalIgnoreCase)
            );
        }

        if (found.Count == 0)
        {
            var title = TitleText.NormalizeTitle(wanted);
            found = all.FindAll(one => title.Length > 0 && TitleText.NormalizeTitle(one.Item.Title) == title);
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw otherwise?.Invoke() ?? Unknown(all.ConvertAll(one => one.Item), wanted),
            _ => throw new InputException(
                $"\"{wanted}\" names several improvements: {string.Join(", ", found.Take(3).Select(one => $"{one.Backlog.FileAt(one.Item.Span).Path}:{one.Item.Span.Line}"))}",
                "Give each its own id, or select the file with --backlog.",
                found[0].Backlog.FileAt(found[0].Item.Span).Path,
                found[0].Item.Span.Line,
                found[0].Item.Span.Column
            ),
        };
    }

    private static bool IsNumberOf(string id, string number)
    {
        var digits = id.AsSpan(id.AsSpan().TrimEnd("0123456789").Length);
        return digits.Length > 0 && digits.TrimStart('0').SequenceEqual(number.AsSpan().TrimStart('0'));
    }

    private static InputException Unknown(List<Improvement> all, string name)
    {
        var nearest =
            NearestName.Of(name, all.Select(item => item.Id).OfType<string>())
            ?? NearestName.Of(name, all.Select(item => item.Title));
        return new InputException(
            $"there is no improvement \"{name}\"",
            nearest is null ? "Run `dotnet kaizen list` for all improvements." : $"Did you mean \"{nearest}\"?"
        );
    }
}
