using System.Globalization;
using System.Text;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>Writes figures in the place of others.</summary>
internal static class FigureText
{
    /// <summary>A share in percent, with as many decimals as the figure that stood there.</summary>
    /// <param name="part">Of how many the share is.</param>
    /// <param name="all">Of all of them; 0 gives 0.</param>
    /// <param name="written">The percentage that stood there.</param>
    public static string Percent(int part, int all, double written)
    {
        var text = written.ToString("0.#########", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var rate = all == 0 ? 0 : 100.0 * part / all;
        return Math.Round(rate, decimals, MidpointRounding.AwayFromZero)
            .ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>Puts figures in the place of the first numbers of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="figures">The figures in order.</param>
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
