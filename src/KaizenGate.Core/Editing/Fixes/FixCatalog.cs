using System.Collections.Immutable;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>All fixes, in the order in which they are made: what others rest on comes first.</summary>
internal static class FixCatalog
{
    public static ImmutableArray<Fix> All { get; } =
    [StatusFix.Fix, ScoreFix.Fix, ReturnFix.Fix, IdFix.Fix, SectionFix.Fix, OrderFix.Fix, MetadataFix.Fix];
}
