using System.Xml;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict and the execution rate as a badge.</summary>
/// <param name="Label">The text on the left.</param>
/// <param name="Message">The text on the right.</param>
/// <param name="Color">The background as six hexadecimal digits.</param>
/// <param name="ColorName">The name of the colour at shields.io.</param>
internal sealed record Badge(string Label, string Message, string Color, string ColorName)
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const double Height = 20;
    private const double Margin = 6;

    /// <summary>The mean width of a letter at 11 pixels; the text is stretched to the computed width.</summary>
    private const double Letter = 6.5;

    private const string Green = "2E7D32";
    private const string Red = "C62828";
    private const string Grey = "616161";

    /// <summary>The badge of a verdict; grey without enough data.</summary>
    public static Badge Of(Verdict verdict, string label)
    {
        var rate = verdict.Figures.ExecutionRate is { } share ? $", {FiguresText.Rate(share)} executed" : "";
        return verdict.Outcome switch
        {
            Outcome.Error => new(label, "gate could not run", Grey, "lightgrey"),
            Outcome.Fail => new(label, $"gate failed{rate}", Red, "red"),
            _ when verdict.Backlogs.IsEmpty || verdict.Figures.ExecutionRate is null => new(
                label,
                "not evaluated",
                Grey,
                "lightgrey"
            ),
            _ => new(label, $"gate passed{rate}", Green, "brightgreen"),
        };
    }

    /// <summary>Writes the JSON for <c>img.shields.io/endpoint</c>.</summary>
    public void WriteJson(Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", 1);
                json.WriteString("label", Label);
                json.WriteString("message", Message);
                json.WriteString("color", ColorName);
                json.WriteBoolean("isError", ColorName == "red");
                json.WriteEndObject();
            }
        );

    /// <summary>Writes a picture that loads nothing; its title is the text for screen readers.</summary>
    public void WriteSvg(Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = ReportStream.Encoding,
            OmitXmlDeclaration = true,
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        var (left, right) = (Width(Label), Width(Message));
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("width", $"{left + right:0.#}");
        xml.WriteAttributeString("height", $"{Height:0}");
        xml.WriteAttributeString("viewBox", $"0 0 {left + right:0.#} {Height:0}");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("aria-labelledby", "t");
        xml.WriteStartElement("title", Namespace);
        xml.WriteAttributeString("id", "t");
        xml.WriteString(LogText.Of($"{Label}: {Message}"));
        xml.WriteEndElement();
        Part(xml, 0, left, "424242", Label);
        Part(xml, left, right, Color, Message);
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
