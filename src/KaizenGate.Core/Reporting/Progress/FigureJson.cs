using KaizenGate.Planning.Progress;

namespace KaizenGate.Reporting.Progress;

/// <summary>A value with the ends of its interval.</summary>
internal sealed class EstimateJson(Estimate estimate)
{
    public JsonNumber Value => estimate.Value;
    public JsonNumber Low => estimate.Low;
    public JsonNumber High => estimate.High;
}

internal sealed class SpreadJson(Spread spread)
{
    public int Count => spread.Count;
    public JsonNumber Median => spread.Median;
    public JsonNumber Percentile85 => spread.Percentile85;
    public JsonNumber Percentile95 => spread.Percentile95;
}

/// <summary>Figures are a number or null; why they are null stands beside them under <c>missing</c>, by their names.</summary>
internal static class MissingFigures
{
    public static Dictionary<string, string> Of(params ReadOnlySpan<(string Name, string? Reason)> figures)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, reason) in figures)
        {
            if (reason is not null)
            {
                missing.Add(name, reason);
            }
        }

        return missing;
    }
}
