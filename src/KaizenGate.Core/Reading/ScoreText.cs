namespace KaizenGate.Core.Reading;

/// <summary>Written scores: <c>72</c>, <c>72/100</c>, or an expression with its result, <c>8 × (11-2) = 72</c>.</summary>
internal static class ScoreText
{
    /// <summary>The score that a text states; null when it states none.</summary>
    public static double? Read(string text)
    {
        var equals = text.LastIndexOf('=');
        var result = text.AsSpan(equals + 1).TrimStart(" *_~≈");
        if (!Numbers.TryLeading(result, out var value, out var end))
        {
            return null;
        }

        var rest = result[end..].TrimStart();
        var isBare = equals >= 0 || rest.IsEmpty || rest[0] is '(' or '[' or '/' or '—' or '–' or ',' or ';' or '|';
        return isBare ? value : null;
    }
}
