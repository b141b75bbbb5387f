namespace KaizenGate.Core.Reading;

/// <summary>Reads returns on investment: <c>5×</c>, <c>1.09x (9% return)</c>, <c>120%</c>, or a sentence that ends in <c>= 5× ROI</c>.</summary>
internal static class RoiText
{
    /// <summary>Returns time saved ÷ time spent; null when the text has no return.</summary>
    public static double? Read(string text)
    {
        var equals = text.LastIndexOf('=');
        var position = equals + 1;
        while (Numbers.TryNext(text, position, out var value, out _, out var end))
        {
            var unit = text.AsSpan(end).TrimStart();
            if (unit.Length > 0 && unit[0] is '×' or 'x' or 'X' && (unit.Length == 1 || !char.IsLetter(unit[1])))
            {
                return value;
            }

            if (unit.Length > 0 && unit[0] == '%')
            {
                return value / 100;
            }

            position = end;
        }

        return
            Numbers.TryLeading(text.AsSpan().Trim(), out var bare, out var length)
            && length == text.AsSpan().Trim().Length
            ? bare
            : null;
    }
}
