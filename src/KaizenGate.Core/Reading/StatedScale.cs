namespace KaizenGate.Core.Reading;

/// <summary>
/// Finds a scale that a file states once, for all of its values: <c>Scale: 1 = low, 5 = high</c>, <c>Impact: 1-5</c>,
/// <c>rated from 1 to 5</c>, or the header <c>Impact (1-5)</c>.
/// </summary>
internal static class StatedScale
{
    private const int LongestLine = 200;
    private const int LongestHeader = 60;

    /// <summary>Returns the scales that a line of text states; 0 for those that it does not.</summary>
    public static Conventions OfLine(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || !line.ContainsAny('5', '0') || Top(line) is not { } top)
        {
            return default;
        }

        var words = TextNormalizer.Words(line);
        var impact = words.Exists(ImpactWords.Contains);
        var effort = words.Exists(EffortWords.Contains);
        return impact || effort ? new Conventions(false, impact ? top : 0, effort ? top : 0, DateOrder.Unknown)
            : words.Exists(ScaleWords.Contains) && !words.Exists(OtherWords.Contains)
                ? new Conventions(false, top, top, DateOrder.Unknown)
            : default;
    }

    /// <summary>Returns the scale that a label or header of a field states in brackets.</summary>
    public static Conventions OfLabel(FieldDefinition? field, ReadOnlySpan<char> label) =>
        label.Length <= LongestHeader && Labels.ScaleOf(label) is > 0 and var top
            ? new Conventions(
                false,
                field == FieldCatalog.Impact ? top : 0,
                field == FieldCatalog.Effort ? top : 0,
                DateOrder.Unknown
            )
            : default;

    /// <summary>Returns the upper end of the scale that a text describes: 1-5, 1 to 10, "1 = low, 5 = high"; null for none.</summary>
    private static int? Top(ReadOnlySpan<char> text)
    {
        var position = 0;
        while (Numbers.TryNext(text, position, out var low, out var start, out var end))
        {
            var isOne =
                low == 1 && (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '/' or '.'));
            if (isOne && (RangeTop(text, end) ?? MappedTop(text, end)) is { } top)
            {
                return top;
            }

            position = end;
        }

        return null;
    }

    private static int? RangeTop(ReadOnlySpan<char> text, int position) =>
        HoursText.RangeMark(text, position) is { } next
        && Numbers.TryNext(text, next, out var high, out var start, out var end)
        && start == next
        && IsTop(text, high, end)
            ? (int)high
            : null;

    /// <summary>"1 = low … 5 = high", "1 (worst) to 5 (best)": a meaning follows both numbers.</summary>
    private static int? MappedTop(ReadOnlySpan<char> text, int position)
    {
        if (!IsMapped(text, position))
        {
            return null;
        }

        int? top = null;
        while (Numbers.TryNext(text, position, out var number, out _, out var end))
        {
            top = IsTop(text, number, end) && IsMapped(text, end) ? (int)number : top;
            position = end;
        }

        return top;
    }

    private static bool IsTop(ReadOnlySpan<char> text, double number, int end) =>
        number is 5 or 10 && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '%' or '/'));

    private static bool IsMapped(ReadOnlySpan<char> text, int end) =>
        text[end..].TrimStart() is ['=' or ':' or '(' or '（' or '：' or '＝', ..];

    private static readonly HashSet<string> ImpactWords = TextNormalizer.Set(
        "impact impacts value benefit auswirkung wirkung nutzen impacto valor beneficio valeur benefice impatto valore beneficio влияние ценность vaikutus hyoty 影響 影響度 影响 影响度 価値 价值 價值 영향 영향도"
    );

    private static readonly HashSet<string> EffortWords = TextNormalizer.Set(
        "effort efforts cost complexity size aufwand kosten komplexitat esfuerzo complejidad effort cout complexite esforco custo sforzo costo complessita усилия трудозатраты стоимость tyomaara 工数 労力 工作量 노력 공수"
    );

    private static readonly HashSet<string> ScaleWords = TextNormalizer.Set(
        "scale scales scored rated score scores rating ratings skala bewertung punktzahl escala puntuacion valoracion echelle note notation pontuacao scala punteggio valutazione шкала оценка asteikko スケール 尺度 評価 评分 評分 척도 점수"
    );

    /// <summary>A scale of something else.</summary>
    private static readonly HashSet<string> OtherWords = TextNormalizer.Set(
        "confidence risk risks urgency priority severity likelihood probability confianza riesgo risiko confiance risque star stars week weeks day days hour hours point points"
    );
}
