using System.Text;
using KaizenGate.Core.Editing.Merging;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing.Merging;

/// <summary>Merges texts.</summary>
internal static class Merge
{
    /// <summary>What two versions of a text come to; the test fails when there is a conflict.</summary>
    public static string Clean(string ancestor, string ours, string theirs)
    {
        var merged = Of(ancestor, ours, theirs);
        Assert.True(merged.Conflicts == 0, Encoding.UTF8.GetString(merged.Bytes.Span));
        return Encoding.UTF8.GetString(merged.Bytes.Span);
    }

    /// <summary>What two versions of a text come to, with the given number of conflicts.</summary>
    public static string Conflicting(int conflicts, string ancestor, string ours, string theirs)
    {
        var merged = Of(ancestor, ours, theirs);
        Assert.True(merged.Conflicts == conflicts, Encoding.UTF8.GetString(merged.Bytes.Span));
        return Encoding.UTF8.GetString(merged.Bytes.Span);
    }

    public static MergedBacklog Of(string ancestor, string ours, string theirs) =>
        MergedBacklog.Of(
            Encoding.UTF8.GetBytes(ancestor),
            Encoding.UTF8.GetBytes(ours),
            Encoding.UTF8.GetBytes(theirs),
            ReadingOptions.Default,
            new ConflictMarkers("main", "feature"),
            _ => false
        )!;
}
