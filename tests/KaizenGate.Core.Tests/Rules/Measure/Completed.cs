using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Rules.Measure;

/// <summary>Hand-made completions.</summary>
internal static class Completed
{
    public static Improvement DaysAgo(int days) =>
        Sample.Item($"done {days}", status: Status.Done) with
        {
            Completed = Sample.Written(Sample.DaysAgo(days)),
        };

    public static Improvement Measured(this Improvement item, string text = "p95 30 s → 5 s", bool hasFigure = true) =>
        item with
        {
            MeasuredImpact = new(
                new(null, null, null, null, hasFigure),
                text,
                SourceSpan.OnLine(90, text.Length, 9, 22)
            ),
        };

    public static Improvement Hours(this Improvement item, double? saved, double? spent) =>
        item with
        {
            HoursSaved = saved is { } hours ? Sample.Written(hours) : null,
            TimeSpent = spent is { } time ? Sample.Written(time) : null,
        };
}
