using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Unites an improvement's detail heading with the row, bullet or task that lists it again.</summary>
internal static class DuplicateMerger
{
    /// <summary>The improvements in order, each once where a heading and a list name the same.</summary>
    public static List<Improvement> Unite(IReadOnlyList<FoundItem> found, Scoring scoring)
    {
        var listed = Listed(found);
        var united = new List<Improvement>(found.Count);
        for (var index = 0; index < found.Count; index++)
        {
            var places = listed.Length == 0 ? null : listed[index];
            if (places is null)
            {
                united.Add(found[index].Item);
            }
            else if (places.Count > 0)
            {
                united.Add(found[index].With(places, (detail, others) => Unite(detail, others, scoring)));
            }
        }

        return united;
    }

    /// <summary>
    /// For each improvement the places that list it again: null for none, empty for one that is such a place itself. Empty
    /// as a whole when there are none at all.
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

                byTitle.TryAdd(found[index].FoldedTitle, index);
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

        var isSameTitle = byTitle.TryGetValue(found.FoldedTitle, out var heading);
        return isSameTitle && (found.Item.Id is null || all[heading].Item.Id is null) ? heading : null;
    }

    /// <summary>The detail's values count; what it lacks comes from the list. Where both speak and differ, both are kept as a contradiction.</summary>
    private static Improvement Unite(Improvement detail, List<FoundItem> found, Scoring scoring)
    {
        var places = found.ConvertAll(one => one.Item);
        var contradictions = detail.Contradictions.ToBuilder();
        var fields = detail.Fields.ToBuilder();
        var speaker = detail;
        var united = detail;
        foreach (var listed in places)
        {
            speaker = speaker.StatusSigns.IsEmpty ? listed : speaker;
            CompareStatus(contradictions, speaker, listed);
            Compare(contradictions, united, listed);
            fields.AddRange(listed.Fields);
            united = With(united, listed);
        }

        ImmutableArray<StatusSign> signs =
        [
            .. places.Prepend(detail).SelectMany(place => place.StatusSigns).OrderByDescending(sign => sign.Source),
        ];
        var all = fields.ToImmutable();
        var (score, missing) = ScoreReader.Read(united.Values, all, scoring.Formula);
        return united with
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

    private static void CompareStatus(
        ImmutableArray<Contradiction>.Builder contradictions,
        Improvement detail,
        Improvement listed
    )
    {
        var first = detail.StatusSigns.FirstOrDefault();
        var second = listed.StatusSigns.FirstOrDefault();
        var isClosedOnce = detail.IsOpen != listed.IsOpen;
        if (
            first is not null
            && second is not null
            && detail.Status != listed.Status
            && (isClosedOnce || !(first.IsWeak || second.IsWeak))
        )
        {
            contradictions.Add(
                new Contradiction(FieldCatalog.Status, first.Text, first.Span, second.Text, second.Span)
            );
        }
    }

    private static void Compare(
        ImmutableArray<Contradiction>.Builder contradictions,
        Improvement detail,
        Improvement listed
    )
    {
        foreach (var field in detail.Values.Table.WithValue)
        {
            if (
                field.IsCompared
                && detail.Values.Of(field) is { IsInferred: false } first
                && listed.Values.Of(field) is { IsInferred: false } second
                && !first.HasSameValue(second)
            )
            {
                contradictions.Add(new Contradiction(field, first.Text, first.Span, second.Text, second.Span));
            }
        }
    }
}
