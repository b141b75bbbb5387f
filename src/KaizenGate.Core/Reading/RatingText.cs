namespace KaizenGate.Core.Reading;

/// <summary>Reads values of impact and effort: <c>8/10 (why)</c>, <c>8</c>, <c>7-8</c>, <c>4/5</c>, <c>★★★★☆</c>, <c>High</c>.</summary>
internal static class RatingText
{
    /// <param name="Value">On the scale from 1 to 10; can be outside it.</param>
    public readonly record struct Rating(double Value, ValueOrigin Origin);

    /// <summary>Whether the text is a number on a scale, stars, or a level.</summary>
    public static bool IsRating(string text) =>
        Number(text) is not null
        || LevelWords.Stars(text) is not null
        || LevelWords.Effort(text, inSizes: true) is not null;

    /// <summary>Reads a rating; null when the text is prose or a duration or has an unknown scale.</summary>
    /// <param name="scale">The upper end of the scale, from the label or the settings; 0 means 10.</param>
    /// <param name="infer">Infers a rating from a word.</param>
    public static Rating? Read(string text, int scale, Func<string, double?> infer)
    {
        if (Number(text) is { } number)
        {
            var top = number.Top > 0 ? number.Top : scale;
            return top is not (0 or 5 or 10) ? null
                : top == 5 ? new Rating(number.Value * 2, ValueOrigin.Rescaled)
                : new Rating(number.Value, ValueOrigin.Written);
        }

        return (LevelWords.Stars(text) ?? infer(text)) is { } inferred
            ? new Rating(inferred, ValueOrigin.Inferred)
            : null;
    }

    /// <summary>Whether the text is a number on a scale other than 5 or 10.</summary>
    public static bool HasUnknownScale(string text) => Number(text) is { Top: not (0 or 5 or 10) };

    /// <summary>Returns a number, or the mean of a range, that no scale or unit follows; null for any other text.</summary>
    public static double? Bare(string text) => Number(text) is { Top: 0 } number ? number.Value : null;

    /// <summary>Returns the number at the start of a text and the upper end of its scale, 0 when it has none; null for prose and durations.</summary>
    private static (double Value, int Top)? Number(string text)
    {
        var lead = text.AsSpan().TrimStart().TrimStart("~≈<>≤≥ ");
        if (!Numbers.TryLeading(lead, out var value, out var end))
        {
            return null;
        }

        var rest = lead[end..].TrimStart();
        var top = 0;
        if (
            rest.Length > 0
            && rest[0] == '/'
            && Numbers.TryLeading(rest[1..].TrimStart(), out var scale, out var scaleEnd)
        )
        {
            top = scale is > 0 and < 10000 && scale == Math.Floor(scale) ? (int)scale : -1;
            rest = rest[1..].TrimStart()[scaleEnd..].TrimStart();
        }
        else if (
            HoursText.RangeMark(lead, end) is { } next
            && Numbers.TryLeading(lead[next..], out var high, out var highEnd)
            && high > value
        )
        {
            value = (value + high) / 2;
            rest = lead[(next + highEnd)..].TrimStart();
        }

        rest = rest is ['+', ..] ? rest[1..].TrimStart() : rest;
        var isRating =
            rest.IsEmpty
            || (
                !char.IsLetterOrDigit(rest[0])
                && rest[0] is not ('%' or '×' or '°' or '$' or '€' or '<' or '>' or '→' or '*' or '~' or '½')
            );
        return isRating ? (value, top) : null;
    }
}
