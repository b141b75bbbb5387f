using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Charts;

/// <summary>A chart with everything around it: its name, what it shows in words, and the same as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What it is.</param>
/// <param name="Insight">What it says, in a sentence with figures.</param>
internal sealed record ChartFigure(string Id, string Title, string Insight)
{
    /// <summary>What the drawing shows and how, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>Null where there is too little to draw; then <see cref="Missing"/> says what.</summary>
    public Plot? Plot { get; init; }

    /// <summary>What is missing, and what brings it.</summary>
    public string? Missing { get; init; }

    public DataTable? Table { get; init; }

    /// <summary>Whether it takes the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>Whether points in it can be followed: it is then a group, not one picture.</summary>
    public bool HasLinks { get; init; }

    /// <summary>What stands between the insight and the drawing, for legends.</summary>
    public Markup? Legend { get; init; }

    public void WriteTo(Markup html)
    {
        html.Add(
            $"<figure class=\"panel{(IsWide ? " wide" : "")}\" id=\"{Id}\"><figcaption><h3 id=\"{Id}-name\">{Title}</h3>"
        );
        if (Plot is null)
        {
            html.Add($"</figcaption><p class=\"missing\">{InlineMarkup.Of(Missing ?? "")}</p></figure>\n");
            return;
        }

        html.Add($"<p class=\"insight\">{Insight}</p></figcaption>");
        if (Legend is not null)
        {
            html.Add($"{Legend}");
        }

        if (HasLinks)
        {
            // Circles keep their size, so the drawing keeps a width; where the window is narrower it scrolls.
            html.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Title}\">");
        }

        var role = HasLinks ? "group" : "img";
        html.Add(
            $"<svg class=\"plot{(Plot.HasNames ? " named" : "")}{(HasLinks ? " matrix" : "")}\" role=\"{role}\" height=\"{Plot.Height}\" aria-labelledby=\"{Id}-name\" aria-describedby=\"{Id}-words\"><desc id=\"{Id}-words\">{Description}</desc>"
        );
        Plot.WriteTo(html);
        html.Add($"</svg>");
        if (HasLinks)
        {
            html.Add($"</div>");
        }

        Table?.WriteTo(html, Title);
        html.Add($"</figure>\n");
    }
}
