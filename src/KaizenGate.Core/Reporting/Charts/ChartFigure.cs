using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>A chart with its title, its main message in words, and its data as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Insight">The main message, with figures.</param>
internal sealed record ChartFigure(string Id, string Title, string Insight)
{
    /// <summary>Describes the drawing for screen readers.</summary>
    public required string Description { get; init; }

    /// <summary>Null if there is too little data; see <see cref="Missing"/>.</summary>
    public Plot? Plot { get; init; }

    /// <summary>What is missing, and the remedy.</summary>
    public string? Missing { get; init; }

    public DataTable? Table { get; init; }

    /// <summary>Markup between the insight and the drawing.</summary>
    public Markup? Legend { get; init; }

    public void WriteTo(Markup html)
    {
        html.Add($"<figure class=\"panel\" id=\"{Id}\"><figcaption><h3 id=\"{Id}-name\">{Title}</h3>");
        if (Plot is null)
        {
            html.Add($"</figcaption><p class=\"missing\">{Markup.Message(Missing ?? "")}</p></figure>\n");
            return;
        }

        html.Add($"<p class=\"insight\">{Insight}</p></figcaption>");
        if (Legend is not null)
        {
            html.Add($"{Legend}");
        }

        html.Add(
            $"<svg class=\"plot{(Plot.HasNames ? " named" : "")}\" role=\"img\" height=\"{Plot.Height}\" aria-labelledby=\"{Id}-name\" aria-describedby=\"{Id}-words\"><desc id=\"{Id}-words\">{Description}</desc>"
        );
        Plot.WriteTo(html);
        html.Add($"</svg>");
        Table?.WriteTo(html, Title);
        html.Add($"</figure>\n");
    }

    /// <summary>The symbols of a chart with their meanings.</summary>
    public static Markup LegendOf(params ReadOnlySpan<(Mark Mark, string Series, string Name)> entries)
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
