using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing.Workflow;

/// <summary>Finds the improvement that a person names.</summary>
internal static class ItemSearch
{
    /// <summary>The improvement with an id, in any case, or else with a title.</summary>
    /// <param name="backlogs">Where to look.</param>
    /// <param name="name">The id, its number, or the title.</param>
    /// <exception cref="InputException">There is none, or several; the error names those that are near.</exception>
    public static (Backlog Backlog, Improvement Item) Find(ImmutableArray<Backlog> backlogs, string name)
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

        if (found.Count == 0)
        {
            var title = TitleText.NormalizeTitle(wanted);
            found = all.FindAll(one => title.Length > 0 && TitleText.NormalizeTitle(one.Item.Title) == title);
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw Unknown(all.ConvertAll(one => one.Item), wanted),
            _ => throw new InputException(
                new InputError(
                    $"\"{wanted}\" names several improvements: {string.Join(", ", found.Take(3).Select(one => $"{one.Backlog.File.Path}:{one.Item.Span.Line}"))}",
                    "Give each an id of its own, or name the file with --backlog.",
                    found[0].Backlog.File.Path,
                    found[0].Item.Span.Line,
                    found[0].Item.Span.Column
                )
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
            new InputError(
                $"there is no improvement \"{name}\"",
                nearest is null ? "`dotnet kaizen list` shows what there is." : $"Did you mean \"{nearest}\"?"
            )
        );
    }
}
