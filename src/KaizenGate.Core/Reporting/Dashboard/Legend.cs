using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The symbols of a chart with their meanings.</summary>
internal static class Legend
{
    public static Markup Of(params ReadOnlySpan<(Mark Mark, string Series, string Name)> entries)
    {
        var html = new Markup();
        html.Add($"<ul class=\"legend\">");
        foreach (var (mark, series, name) in entries)
        {
            html.Add($"<li><svg viewBox=\"0 0 16 12\" aria-hidden=\"true\">");
            _ = mark switch
            {
                Mark.Ring => html.Add($"<circle class=\"ring {series}\" cx=\"8\" cy=\"6\" r=\"4\"/>"),
                Mark.Diamond => html.Add($"<path class=\"point {series}\" d=\"M8 0 14 6 8 12 2 6Z\"/>"),
                _ => html.Add($"<circle class=\"point {series}\" cx=\"8\" cy=\"6\" r=\"4\"/>"),
            };
            html.Add($"</svg>{name}</li>");
        }

        html.Add($"</ul>");
        return html;
    }
}
