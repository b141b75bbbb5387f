using System.Globalization;
using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Replaces figures in a text.</summary>
internal static class FigureText
{
    /// <summary>Returns a percentage with as many decimals as the old one; 0 when the total is 0.</summary>
    public static string Percent(int part, int total, double old)
    {
        var text = old.ToString("0.#########", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var rate = total == 0 ? 0 : 100.0 * part / total;
        return Math.Round(rate, decimals, MidpointRounding.AwayFromZero)
            .ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>Replaces the first numbers of a text after an offset by figures, in order.</summary>
    public static string Replaced(string text, int from, params IEnumerable<string> figures)
    {
        var replaced = new StringBuilder(text, 0, from, text.Length + 16);
        foreach (var figure in figures)
        {
            if (!Numbers.TryNext(text, from, out _, out var start, out var end))
            {
                break;
            }

            replaced.Append(text, from, start - from).Append(figure);
            from = end;
        }

        return replaced.Append(text, from, text.Length - from).ToString();
    }
}
