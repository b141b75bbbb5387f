using System.Text.Json;
using KaizenGate.Analytics;
using KaizenGate.Escaping;

namespace KaizenGate.Reporting.Analytics;

/// <summary>Figures in JSON: a number, or null. The reasons of those that are missing stand together under <c>missing</c>.</summary>
internal static class FigureJson
{
    public static void Figure(this Utf8JsonWriter json, string name, Figure figure) =>
        json.FiniteOrNull(name, figure.Value);

    /// <summary>Three numbers or nulls: the value and the ends of its interval.</summary>
    public static void Estimate(this Utf8JsonWriter json, string name, Estimate rate)
    {
        json.WriteStartObject(name);
        json.FiniteOrNull("value", rate.Value);
        json.FiniteOrNull("low", rate.Low);
        json.FiniteOrNull("high", rate.High);
        json.WriteEndObject();
    }

    public static void Spread(this Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", spread.Count);
        json.FiniteOrNull("median", spread.Median);
        json.FiniteOrNull("percentile85", spread.Percentile85);
        json.FiniteOrNull("percentile95", spread.Percentile95);
        json.WriteEndObject();
    }

    /// <summary>The reasons of the figures that are missing, by their names.</summary>
    public static void Missing(this Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Reason)> figures)
    {
        json.WriteStartObject("missing");
        foreach (var (name, reason) in figures)
        {
            if (reason is not null)
            {
                json.WriteString(name, reason);
            }
        }

        json.WriteEndObject();
    }
}
