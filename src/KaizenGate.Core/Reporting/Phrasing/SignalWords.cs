using KaizenGate.Core.Rules.Measure;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Words for the effect of improvements on what their signals count.</summary>
internal static class SignalWords
{
    public const string Title = "Signals";

    public static string Outcome(SignalEffect effect) =>
        effect.Outcome switch
        {
            SignalOutcome.Improved => "improved",
            SignalOutcome.Unchanged => "unchanged",
            _ => $"too little data: {effect.Missing}",
        };

    /// <summary>The outcome with the rates: <c>improved: 3.5 → 0.5 a week (ratio 0.14, 95% interval 0.03 to 0.45)</c>.</summary>
    public static string Line(SignalEffect effect) =>
        $"{Outcome(effect)}; {PerWeek(effect.PerWeekBefore)} → {PerWeek(effect.PerWeekAfter)} a week (ratio {effect.RatioText})";

    public static string PerWeek(double? rate) => Wording.NumberOrDash(rate);
}
