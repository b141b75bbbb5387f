using System.Globalization;

namespace KaizenGate.Core.Rules;

/// <summary>Compares an exact value with a rounded one in the file.</summary>
internal static class RoundedFigure
{
    /// <summary>Whether the exact value rounds to the shown one at its decimals; halves may round either way.</summary>
    public static bool Fits(double exact, double shown)
    {
        var half = 0.5 * Math.Pow(10, -Decimals(shown));
        var noise = 1e-9 * Math.Max(1, Math.Abs(exact));
        return double.IsFinite(exact) && Math.Abs(exact - shown) <= half + noise;
    }

    private static int Decimals(double shown)
    {
        if (double.IsInteger(shown))
        {
            return 0;
        }

        var text = shown.ToString("0.#########", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }
}
