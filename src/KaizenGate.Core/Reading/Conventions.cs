namespace KaizenGate.Core.Reading;

/// <summary>The order of day and month in <c>03/04/2026</c>.</summary>
internal enum DateOrder
{
    Unknown,
    DayFirst,
    MonthFirst,

    /// <summary>The file has dates of both orders.</summary>
    Mixed,
}

/// <summary>How a file writes its values, where a single value does not show it. Collected from all sections, applied to all of them.</summary>
/// <param name="EffortsAreSizes">Whether an effort is a size, so that L is large and not low.</param>
/// <param name="ImpactScale">The upper end of the scale that the file states for impact, 5 or 10; 0 for none.</param>
/// <param name="EffortScale">The same for effort.</param>
/// <param name="DateOrder">The order that its unambiguous dates show.</param>
internal readonly record struct Conventions(bool EffortsAreSizes, int ImpactScale, int EffortScale, DateOrder DateOrder)
{
    /// <summary>Returns the conventions of two parts of a file; one that they contradict each other in is unknown.</summary>
    public Conventions With(Conventions other) =>
        new(
            EffortsAreSizes || other.EffortsAreSizes,
            Common(ImpactScale, other.ImpactScale),
            Common(EffortScale, other.EffortScale),
            DateOrder == DateOrder.Unknown ? other.DateOrder
                : other.DateOrder == DateOrder.Unknown || other.DateOrder == DateOrder ? DateOrder
                : DateOrder.Mixed
        );

    /// <summary>Two scales that differ result in one that is never applied.</summary>
    private static int Common(int scale, int other) =>
        scale == 0 ? other
        : other == 0 || other == scale ? scale
        : Contradictory;

    private const int Contradictory = -1;
}
