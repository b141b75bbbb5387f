using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>What a page is about, in a few words.</summary>
internal static class BacklogNames
{
    private const int Longest = 80;

    public static string Of(Verdict verdict) =>
        verdict.Backlogs switch
        {
            [] => "no backlog",
            [var one] => VisibleText.Cut(one.Backlog.File.Path, Longest),
            [var first, .. var rest] => $"{VisibleText.Cut(first.Backlog.File.Path, Longest)} and {rest.Length} more",
        };
}
