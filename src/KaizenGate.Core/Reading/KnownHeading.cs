using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>The improvement that a heading was, in the text that was read before.</summary>
/// <param name="Section">The place of its section.</param>
/// <param name="Line">The line on which that section began, counted from 1.</param>
/// <param name="Around">What the headings above passed on.</param>
/// <param name="EffortsAreSizes">Whether L meant large.</param>
/// <param name="Item">The improvement.</param>
internal sealed record KnownHeading(
    PlacedSection Section,
    int Line,
    Surroundings Around,
    bool EffortsAreSizes,
    Improvement Item
);
