namespace KaizenGate.Reporting.Phrasing;

/// <summary>Numbers with their nouns.</summary>
internal static class Amount
{
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>At most two decimals, without trailing zeros; a dash for what is not known.</summary>
    public static string OrDash(double? value) =>
        value is { } number && double.IsFinite(number) ? $"{number:0.##}" : "–";
}
