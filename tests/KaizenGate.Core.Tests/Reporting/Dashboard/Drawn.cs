using System.Globalization;
using System.Xml.Linq;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>Parses pages and charts.</summary>
internal static class Drawn
{
    /// <summary>Parses a page, which is valid XML.</summary>
    public static XElement Page(ImprovementReport report, string? links = null)
    {
        using var stream = new MemoryStream();
        DashboardPage.Write(report, links, stream);
        return Parsed(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    public static XElement Figure(ChartFigure figure)
    {
        var html = new Markup();
        figure.WriteTo(html);
        return Parsed(html.ToString());
    }

    public static XElement Parsed(string text) => XDocument.Parse(text).Root!;

    /// <summary>The elements with a name and a class.</summary>
    public static IEnumerable<XElement> All(this XElement from, string name, string? word = null) =>
        from.Descendants(name)
            .Where(one => word is null || ((string?)one.Attribute("class") ?? "").Split(' ').Contains(word));

    /// <summary>A coordinate in pixels or percent.</summary>
    public static double Number(this XElement from, string attribute) =>
        double.Parse(from.Attribute(attribute)!.Value.TrimEnd('%'), CultureInfo.InvariantCulture);
}
