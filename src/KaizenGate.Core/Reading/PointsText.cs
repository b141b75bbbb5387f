namespace KaizenGate.Core.Reading;

/// <summary>Story points, <c>5 SP</c> or a number below <c>Story Points</c>, as an effort.</summary>
internal static class PointsText
{
    /// <summary>Returns the effort that story points are taken for; null when the text has none.</summary>
    /// <param name="text">The value.</param>
    /// <param name="label">Its label, which can name the unit.</param>
    public static double? Read(string text, ReadOnlySpan<char> label)
    {
        if (RatingText.Bare(text) is { } bare)
        {
            return NamesPoints(label) ? EffortOf(bare) : null;
        }

        return
            Numbers.TryLeading(text.AsSpan().TrimStart("~≈ "), out var points, out var end)
            && IsUnit(text.AsSpan().TrimStart("~≈ ")[end..].TrimStart(" -"))
            ? EffortOf(points)
            : null;
    }

    /// <summary>Whether a label or header states that its numbers are story points.</summary>
    public static bool NamesPoints(ReadOnlySpan<char> label)
    {
        for (var start = 0; start < label.Length; start++)
        {
            if ((start == 0 || !char.IsLetter(label[start - 1])) && IsUnit(label[start..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Converts story points, which grow like the Fibonacci numbers, to the scale of 10.</summary>
    public static double? EffortOf(double points) =>
        points switch
        {
            < 0 => null,
            <= 1 => 1,
            <= 2 => 2,
            <= 3 => 3,
            <= 5 => 5,
            <= 8 => 7,
            <= 13 => 9,
            _ => 10,
        };

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (
                !text.StartsWith("PT") // Days of a person, in German.
                && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsAsciiLetterOrDigit(text[word.Length]))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Words =
    [
        "SP",
        "pt",
        "pts",
        "point",
        "points",
        "story point",
        "story points",
        "Punkte",
        "Storypoints",
        "puntos",
        "pontos",
        "punti",
        "баллов",
        "ポイント",
        "포인트",
        "点",
        "點",
    ];
}
