namespace KaizenGate.Core.Reading;

/// <summary>Merges the heading of an improvement with the rows, bullets or tasks that list it again.</summary>
internal static class DuplicateMerger
{
    /// <summary>Returns the improvements in order, with those of a heading and of a list merged.</summary>
    public static List<Improvement> Merge(IReadOnlyList<FoundItem> found, Scoring scoring)
    {
        var listed = Listed(found);
        var merged = new List<Improvement>(found.Count);
        for (var index = 0; index < found.Count; index++)
        {
            var places = listed.Length == 0 ? null : listed[index];
            if (places is null)
            {
                merged.Add(found[index].Item);
            }
            else if (places.Count > 0)
            {
                merged.Add(found[index].With(places, (detail, others) => Merge(detail, others, scoring)));
            }
        }

        return merged;
    }

    /// <summary>
    /// Returns the duplicates of each improvement: null for none, empty for a duplicate itself. The array is empty when there are
    /// no duplicates.
    /// </summary>
    private static List<FoundItem>?[] Listed(IReadOnlyList<FoundItem> found)
    {
        var headings = found.Count(one => one.Item.Form == ImprovementForm.Heading);
        if (headings == 0 || headings == found.Count)
        {
            return [];
        }

        var byId = new Dictionary<string, int>(headings, StringComparer.OrdinalIgnoreCase);
        var byTitle = new Dictionary<string, int>(headings, StringComparer.Ordinal);
        for (var index = 0; index < found.Count; index++)
        {
            if (found[index].Item.Form == ImprovementForm.Heading)
            {
                if (found[index].Item.Id is { } id)
                {
                    byId.TryAdd(id, index);
                }

                byTitle.TryAdd(found[index].NormalizedTitle, index);
            }
        }

        var listed = new List<FoundItem>?[found.Count];
        for (var index = 0; index < found.Count; index++)
        {
            var isDetail = found[index].Item.Form == ImprovementForm.Heading;
            if (!isDetail && HeadingOf(found[index], found, byId, byTitle) is { } heading)
            {
                (listed[heading] ??= []).Add(found[index]);
                listed[index] = [];
            }
        }

        return listed;
    }

    private static int? HeadingOf(
        FoundItem found,
        IReadOnlyList<FoundItem> all,
        Dictionary<string, int> byId,
        Dictionary<string, int> byTitle
    )
    {
        if (found.Item.Id is { } id && byId.TryGetValue(id, out var same))
        {
            return same;
        }

        var isSameTitle = byTitle.TryGetValue(found.NormalizedTitle, out var heading);
        return isSameTitle && (found.Item.Id is null || all[heading].Item.Id is null) ? heading : null;
    }

    /// <summary>The values of the heading take precedence; duplicates fill the gaps. Different values are kept as contradictions.</summary>
    private static Improvement Merge(Improvement detail, List<FoundItem> found, Scoring scoring)
    {
        var places = found.ConvertAll(one => one.Item);
        var contradictions = detail.Contradictions.ToBuilder();
        var fields = detail.Fields.ToBuilder();
        var stated = detail;
        var merged = detail;
        foreach (var listed in places)
        {
            stated = stated.StatusSigns.IsEmpty ? listed : stated;
            contradictions.AddRange(StatusContradictions(stated, listed));
            contradictions.AddRange(ValueContradictions(merged, listed));
            fields.AddRange(listed.Fields);
            merged = With(merged, listed);
        }

        ImmutableArray<StatusSign> signs =
        [
            .. places.Prepend(detail).SelectMany(place => place.StatusSigns).OrderByDescending(sign => sign.Source),
        ];
        var all = fields.ToImmutable();
        var (score, missing) = ScoreReader.Read(merged.Values, all, scoring.Formula);
        return merged with
        {
            OtherPlaces = detail.OtherPlaces.AddRange(places.Select(listed => listed.Span)),
            Status = StatusReader.Decide(signs),
            StatusSigns = signs,
            Score = score,
            MissingForScore = missing,
            Fields = all,
            Contradictions = contradictions.ToImmutable(),
        };
    }

    private static Improvement With(Improvement detail, Improvement listed) =>
        detail with
        {
            Id = detail.Id ?? listed.Id,
            IdSpan = detail.IdSpan ?? listed.IdSpan,
            Key = detail.Id is null ? listed.Key : detail.Key,
            Values = detail.Values.Or(listed.Values),
        };

    private static IEnumerable<Contradiction> StatusContradictions(Improvement detail, Improvement listed)
    {
        var isClosedOnce = detail.IsOpen != listed.IsOpen;
        if (
            detail.StatusSigns is [var first, ..]
            && listed.StatusSigns is [var second, ..]
            && detail.Status != listed.Status
            && (isClosedOnce || !(first.IsWeak || second.IsWeak))
        )
        {
            yield return new(FieldCatalog.Status, first.Text, first.Span, second.Text, second.Span);
        }
    }

    private static IEnumerable<Contradiction> ValueContradictions(Improvement detail, Improvement listed) =>
        from field in detail.Values.Table.WithValue
        where field.IsCompared
        let first = detail.Values.Of(field)
        let second = listed.Values.Of(field)
        where first is { IsInferred: false } && second is { IsInferred: false } && first.ValueText != second.ValueText
        select new Contradiction(field, first.Text, first.Span, second.Text, second.Span);
}

/// <summary>An improvement at one place in the file, and the result of merging its duplicates.</summary>
internal sealed class FoundItem(Improvement item)
{
    private List<FoundItem>? places;
    private Improvement? merged;

    public Improvement Item { get; } = item;

    public string NormalizedTitle => field ??= TitleText.NormalizeTitle(Item.Title);

    /// <summary>Merges the duplicates into the improvement. Returns the same object for the same duplicates.</summary>
    public Improvement With(List<FoundItem> others, Func<Improvement, List<FoundItem>, Improvement> merge)
    {
        if (merged is null || !places!.SequenceEqual(others))
        {
            (places, merged) = (others, merge(Item, others));
        }

        return merged;
    }
}
