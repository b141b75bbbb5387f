using System.Xml;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>A badge as a picture with no font, script or address from elsewhere; its title says the same to who cannot see it.</summary>
internal static class BadgeSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double Height = 20;
    private const double Margin = 6;

    /// <summary>The mean width of a letter of 11 pixels in the fonts that are named; the text is stretched to what was reckoned.</summary>
    private const double Letter = 6.5;

    public static void Write(Badge badge, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = ReportStream.Encoding,
            OmitXmlDeclaration = true,
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        var (left, right) = (Width(badge.Label), Width(badge.Message));
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("width", $"{left + right:0.#}");
        xml.WriteAttributeString("height", $"{Height:0}");
        xml.WriteAttributeString("viewBox", $"0 0 {left + right:0.#} {Height:0}");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", "t");
        xml.WriteStartElement("title", Namespace);
        xml.WriteAttributeString("id", "t");
        xml.WriteString(LogText.Of($"{badge.Label}: {badge.Message}"));
        xml.WriteEndElement();
        Part(xml, 0, left, "424242", badge.Label);
        Part(xml, left, right, badge.Color, badge.Message);
        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }

    private static double Width(string text) => Math.Round(VisibleText.Of(text).Length * Letter) + (2 * Margin);

    private static void Part(XmlWriter xml, double from, double width, string color, string text)
    {
        xml.WriteStartElement("rect", Namespace);
        xml.WriteAttributeString("x", $"{from:0.#}");
        xml.WriteAttributeString("width", $"{width:0.#}");
        xml.WriteAttributeString("height", $"{Height:0}");
        xml.WriteAttributeString("fill", $"#{color}");
        xml.WriteEndElement();
        xml.WriteStartElement("text", Namespace);
        xml.WriteAttributeString("x", $"{from + (width / 2):0.##}");
        xml.WriteAttributeString("y", "14");
        xml.WriteAttributeString("fill", "#FFFFFF");
        xml.WriteAttributeString("text-anchor", "middle");
        xml.WriteAttributeString("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif");
        xml.WriteAttributeString("font-size", "11");
        xml.WriteAttributeString("textLength", $"{width - (2 * Margin):0.#}");
        xml.WriteAttributeString("aria-hidden", "true");
        xml.WriteString(LogText.Of(text));
        xml.WriteEndElement();
    }
}
