namespace KaizenGate.Core.Reading;

/// <summary>The parts of a title as written in a heading, a task, a bullet or a cell.</summary>
internal sealed record TitleText
{
    /// <summary>Plain text without id, ordinal, tags, decoration and completion marks.</summary>
    public string Title { get; set; } = "";
    public Extent Extent { get; set; }
    public string? Id { get; set; }
    public Extent IdExtent { get; set; }

    /// <summary>The symbol of a check box at the start; null when there is none.</summary>
    public string? Box { get; set; }
    public Extent BoxExtent { get; set; }

    /// <summary>The priority of a tag, <c>[P2]</c>.</summary>
    public Priority? Tag { get; set; }
    public Extent TagExtent { get; set; }

    /// <summary>The date at the start, "2026-02-03 — …".</summary>
    public DateOnly? LeadingDate { get; set; }

    /// <summary>The date of a status at the end: <c>✅ 2026-02-03</c>, <c>(done 2026-02-03)</c>.</summary>
    public DateOnly? DoneDate { get; set; }

    /// <summary>The place of <see cref="DoneDate"/>, or else of <see cref="LeadingDate"/>.</summary>
    public Extent DateExtent { get; set; }

    /// <summary>A date alone at the end, in brackets or after a dash.</summary>
    public DateOnly? TrailingDate { get; set; }
    public Extent TrailingDateExtent { get; set; }

    /// <summary>The status at the end, a sign or words, as written and with its place.</summary>
    public TitleStatus? Remark { get; set; }

    /// <summary>The fields in brackets or after the title.</summary>
    public IReadOnlyList<FoundField> Fields => fields ?? (IReadOnlyList<FoundField>)[];

    /// <summary>Whether a ✅ or similar, which can be decoration, is at the start.</summary>
    public bool BeginsWithDoneSign { get; set; }

    /// <summary>Whether all of the title, except a remark, is struck through.</summary>
    public bool IsStruck { get; set; }

    /// <summary>What identifies the improvement according to the format of its file; null for its id or title.</summary>
    public string? Identity { get; set; }

    /// <summary>The identity: the one of the format, or else the id in upper case, or else the normalized title.</summary>
    public string Key => Identity ?? (Id is null || IsNumberId ? NormalizeTitle(Title) : Id.ToUpperInvariant());

    /// <summary>Whether the id is the number of a row. Rows are renumbered, so it does not identify an improvement.</summary>
    public bool IsNumberId { get; set; }

    /// <summary>How many remarks are removed from the end of a title.</summary>
    private const int MostRemarks = 3;

    /// <summary>Normalizes a title: case, accents, emoji and remarks in parentheses at the end do not matter. The result is empty only for an
    /// empty title.</summary>
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

    public void Add(FoundField field) => (fields ??= []).Add(field);

    private List<FoundField>? fields;

    public static TitleText Read(string text, Extent extent, Labels labels) =>
        new TitleParser(text, extent, labels).Parse();
}
