using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>The parts of a title as written in a heading, a task, a bullet or a cell.</summary>
internal sealed record TitleText
{
    /// <summary>Plain text without id, ordinal, tags, decoration and marks of completion.</summary>
    public required string Title { get; init; }
    public required Extent Extent { get; init; }
    public string? Id { get; init; }
    public Extent IdExtent { get; init; }

    /// <summary>The symbol of a box at its start; null when there is none.</summary>
    public string? Box { get; init; }
    public Extent BoxExtent { get; init; }

    /// <summary>The priority of a tag, <c>[P2]</c>.</summary>
    public Priority? Tag { get; init; }
    public Extent TagExtent { get; init; }

    /// <summary>The date it begins with, "2026-02-03 — …".</summary>
    public DateOnly? LeadingDate { get; init; }

    /// <summary>The date behind a trailing ✅.</summary>
    public DateOnly? DoneDate { get; init; }

    /// <summary>Where that date, or the leading one, stands.</summary>
    public Extent DateExtent { get; init; }

    /// <summary>A ✅ or the like at its end.</summary>
    public bool IsMarkedDone { get; init; }

    /// <summary>A ✅ or the like at its start, which may be decoration.</summary>
    public bool BeginsWithDoneSign { get; init; }

    /// <summary>Struck through, from its start to its end or to a remark.</summary>
    public bool IsStruck { get; init; }

    /// <summary>The identity of a title without id: case, marks, emoji and a trailing remark in brackets folded.</summary>
    public string Key => Id?.ToUpperInvariant() ?? NormalizeTitle(Title);

    /// <summary>How many remarks are taken off a title's end.</summary>
    private const int MostRemarks = 3;

    /// <summary>Folds a title: case, marks, emoji and remarks in brackets at its end do not matter. Never empty for a title that is not.</summary>
    public static string NormalizeTitle(string title)
    {
        var text = title.AsSpan().TrimEnd();
        for (var remarks = 0; remarks < MostRemarks; remarks++)
        {
            var open = text.Length > 1 && text[^1] == ')' ? text.LastIndexOf('(') : -1;
            if (open <= 0)
            {
                break;
            }

            text = text[..open].TrimEnd();
        }

        var key = TextNormalizer.Normalize(text);
        key = key.Length > 0 ? key : TextNormalizer.Normalize(title);
        return key.Length > 0 ? key : title;
    }

    public static TitleText Read(string text, Extent extent) => new TitleParser(text, extent).Parse();
}
