using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Gives an improvement the places that it has in another text, where the same section stands further up or down.</summary>
internal sealed class MovedImprovement
{
    private readonly KnownHeading known;
    private readonly Surroundings around;
    private readonly int characters;
    private readonly int lines;
    private bool isLost;

    private MovedImprovement(KnownHeading known, PlacedSection now, int line, Surroundings around)
    {
        (this.known, this.around) = (known, around);
        (characters, lines) = (now.Offset - known.Section.Offset, line - known.Line);
    }

    /// <summary>The improvement at its new places; null when the headings above say something else, or a place cannot be told.</summary>
    /// <param name="known">What it was.</param>
    /// <param name="now">Where its section stands now.</param>
    /// <param name="line">The line on which that begins, counted from 1.</param>
    /// <param name="around">What the headings above pass on now.</param>
    public static Improvement? Of(KnownHeading known, PlacedSection now, int line, Surroundings around)
    {
        var old = known.Around;
        if (
            !SaySame(old.Section, around.Section)
            || !SaySame(old.StatusFrom, around.StatusFrom)
            || !SaySame(old.InferredFrom, around.InferredFrom)
            || !Nullable.Equals(old.Impact, around.Impact)
            || !Nullable.Equals(old.Effort, around.Effort)
        )
        {
            return null;
        }

        var move = new MovedImprovement(known, now, line, around);
        if (move is { characters: 0, lines: 0 } && old == around)
        {
            return known.Item;
        }

        var moved = move.Moved();
        return move.isLost ? null : moved;
    }

    private static bool SaySame(Section? one, Section? other) =>
        one is null || other is null
            ? one == other
            : one.Title == other.Title
                && one.Level == other.Level
                && one.Priority == other.Priority
                && one.Status == other.Status;

    private Improvement Moved()
    {
        var item = known.Item;
        return item with
        {
            Span = To(item.Span),
            IdSpan = item.IdSpan is { } id ? To(id) : null,
            OtherPlaces = To(item.OtherPlaces, To),
            Section = around.Section,
            StatusSigns = To(item.StatusSigns, sign => sign with { Span = To(sign.Span) }),
            Values = WrittenValues.Read(
                item.Values.Table,
                field => item.Values.Of(field) is { } value ? value with { Span = To(value.Span) } : null
            ),
            MeasuredImpact = item.MeasuredImpact is { } measured ? measured with { Span = To(measured.Span) } : null,
            Fields = To(item.Fields, field => field with { Span = To(field.Span) }),
            Contradictions = To(
                item.Contradictions,
                one => one with { Span = To(one.Span), OtherSpan = To(one.OtherSpan) }
            ),
        };
    }

    private static ImmutableArray<T> To<T>(ImmutableArray<T> values, Func<T, T> moved)
    {
        if (values.IsEmpty)
        {
            return values;
        }

        var all = ImmutableArray.CreateBuilder<T>(values.Length);
        foreach (var value in values)
        {
            all.Add(moved(value));
        }

        return all.MoveToImmutable();
    }

    private SourceSpan To(SourceSpan span)
    {
        var start = known.Section.Offset;
        if (span.Offset >= start && span.Offset + span.Length <= start + known.Section.Length)
        {
            return span with
            {
                Offset = span.Offset + characters,
                Line = span.Line + lines,
                EndLine = span.EndLine + lines,
            };
        }

        // What a heading above says is told at its place.
        return span == known.Around.Section?.Span ? around.Section!.Span
            : span == known.Around.StatusFrom?.Span ? around.StatusFrom!.Span
            : span == known.Around.InferredFrom?.Span ? around.InferredFrom!.Span
            : Lost(span);
    }

    private SourceSpan Lost(SourceSpan span)
    {
        isLost = true;
        return span;
    }
}
