using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Hours with their unit; a dash where they are not known.</summary>
internal static class Hours
{
    public static string Of(Figure hours) => Of(hours.Value);

    public static string Of(double? hours) => hours is { } known ? $"{PlotNumber.Short(known)} h" : "–";
}
