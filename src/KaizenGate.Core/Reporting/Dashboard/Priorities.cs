using System.Collections.Immutable;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>What is open: the matrix, and the table that its circles lead to.</summary>
internal static class Priorities
{
    public static void Write(Markup html, ImmutableArray<OpenItem> items, Verdict verdict, SourceLinks links)
    {
        PageHead.Part(html, "priorities", "Priorities", "What is open, and what to take first.");
        html.Add($"<div class=\"panels\">\n");
        MatrixChart.Of(items).WriteTo(html);
        OpenItemsTable.Write(html, items, verdict, links);
        html.Add($"</div></section>\n");
    }
}
