using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The swatches that say what is what, where a name cannot stand at the thing itself.</summary>
internal static class Legend
{
    public static Markup Of(params ReadOnlySpan<(Swatch Swatch, string Series, string Name)> entries)
    {
        var html = new Markup();
        html.Add($"<ul class=\"legend\">");
        foreach (var (swatch, series, name) in entries)
        {
            html.Add($"<li><svg viewBox=\"0 0 16 12\" aria-hidden=\"true\">");
            _ = swatch switch
            {
                Swatch.Bar => html.Add($"<rect class=\"bar {series}\" y=\"1\" width=\"16\" height=\"10\" rx=\"2\"/>"),
                Swatch.Band => html.Add($"<rect class=\"band {series}\" width=\"16\" height=\"12\"/>"),
                Swatch.Dot => html.Add($"<circle class=\"point {series}\" cx=\"8\" cy=\"6\" r=\"4\"/>"),
                Swatch.Ring => html.Add($"<circle class=\"ring {series}\" cx=\"8\" cy=\"6\" r=\"4\"/>"),
                Swatch.Diamond => html.Add($"<path class=\"point {series}\" d=\"M8 0 14 6 8 12 2 6Z\"/>"),
                Swatch.Dashes => html.Add($"<path class=\"reference {series}\" d=\"M0 6H16\"/>"),
                _ => html.Add($"<path class=\"line {series}\" d=\"M0 6H16\"/>"),
            };
            html.Add($"</svg>{name}</li>");
        }

        html.Add($"</ul>");
        return html;
    }
}

/// <summary>How a series is drawn.</summary>
internal enum Swatch
{
    Line,
    Dashes,
    Bar,
    Band,
    Dot,
    Ring,
    Diamond,
}
