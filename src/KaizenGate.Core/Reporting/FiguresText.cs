using KaizenGate.Checking;

namespace KaizenGate.Reporting;

/// <summary>The figures in words; what is not known is a dash, never a zero.</summary>
internal static class FiguresText
{
    public static string Line(Figures figures) =>
        $"{figures.Open} open · {figures.Identified} identified · {figures.Executed} executed"
        + $" · execution rate {Rate(figures.ExecutionRate)} · drain time {Drain(figures.DrainWeeks)}";

    /// <summary>A share as a whole percentage that says 0% and 100% only of nothing and all.</summary>
    public static string Rate(double? rate) =>
        rate switch
        {
            null => "–",
            > 0 and < 0.005 => "<1%",
            >= 0.995 and < 1 => ">99%",
            { } share => $"{share * 100:0}%",
        };

    public static string Drain(double? weeks) =>
        weeks switch
        {
            null => "–",
            { } number when !double.IsFinite(number) => "–",
            < 10 and { } few => Amount.OrDash(Math.Round(few, 1)) is "1" ? "1 week" : $"{few:0.#} weeks",
            { } many => $"{many:0} weeks",
        };
}
