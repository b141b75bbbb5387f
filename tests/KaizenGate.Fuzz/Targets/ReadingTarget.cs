using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Reads a backlog; all places are inside its text, and none splits a line break.</summary>
internal static class ReadingTarget
{
    public static int Run(byte[] input)
    {
        var text = TextFile.Decode(input).Text;
        var backlog = Sample.Read(input);
        foreach (var span in Spans(backlog))
        {
            BrokenInvariantException.Unless(
                span.Offset >= 0 && span.Length >= 0 && span.Offset + span.Length <= text.Length,
                $"{span} is outside of the text of {text.Length} characters"
            );
            BrokenInvariantException.Unless(
                span is { Line: >= 1, Column: >= 1, EndColumn: >= 1 } && span.EndLine >= span.Line,
                $"{span} has no place in the file"
            );
        }

        foreach (var one in backlog.Suppressions)
        {
            BrokenInvariantException.Unless(
                one.Item is null || (one.Item >= 0 && one.Item < backlog.Improvements.Length),
                "a suppression is for no improvement"
            );
        }

        return Sample.KindOf(backlog);
    }

    private static IEnumerable<SourceSpan> Spans(Backlog backlog)
    {
        foreach (var item in backlog.Improvements)
        {
            yield return item.Span;
            if (item.IdSpan is { } id)
            {
                yield return id;
            }

            foreach (
                var span in item
                    .OtherPlaces.Concat(item.Fields.Select(field => field.Span))
                    .Concat(item.StatusSigns.Select(sign => sign.Span))
                    .Concat(item.Contradictions.SelectMany(one => new[] { one.Span, one.OtherSpan }))
                    .Concat(
                        item.Values.Table.WithValue.Select(item.Values.Of).OfType<Written>().Select(one => one.Span)
                    )
            )
            {
                yield return span;
            }
        }

        foreach (
            var span in backlog
                .Sections.Select(section => section.Span)
                .Concat(backlog.Suppressions.Select(one => one.Span))
                .Concat(backlog.Problems.Select(one => one.Span))
                .Concat(backlog.Account.Unread.Select(one => one.Span))
                .Concat(backlog.Metrics.SelectMany(series => series.Points).Select(point => point.Span))
        )
        {
            yield return span;
        }
    }
}
