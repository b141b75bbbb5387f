using KaizenGate.Core.Analytics;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>A value with the ends of its interval.</summary>
internal sealed class EstimateJson : JsonView<Estimate>
{
    public JsonNumber Value => Source.Value;
    public JsonNumber Low => Source.Low;
    public JsonNumber High => Source.High;
}

internal sealed class SpreadJson : JsonView<Spread>
{
    public int Count => Source.Count;
    public JsonNumber Median => Source.Median;
    public JsonNumber Percentile85 => Source.Percentile85;
    public JsonNumber Percentile95 => Source.Percentile95;
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
