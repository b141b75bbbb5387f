using System.Collections.Immutable;

namespace KaizenGate.Editing.Fixes;

/// <summary>All fixes, in the order in which they are made: what others rest on comes first.</summary>
internal static class FixCatalog
{
    /// <summary>What <c>baseline</c> does: the baseline is another file.</summary>
    public const string OfBaseline = "KZ907";

    public static ImmutableArray<Fix> All { get; } =
    [StatusFix.Fix, ScoreFix.Fix, ReturnFix.Fix, IdFix.Fix, SectionFix.Fix, OrderFix.Fix, MetadataFix.Fix];
}
