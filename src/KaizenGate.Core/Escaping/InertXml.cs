using System.Xml;
using System.Xml.Linq;

namespace KaizenGate.Core.Escaping;

/// <summary>XML with legal characters only, and without commands to a build server if the file is printed to a log.</summary>
internal static class InertXml
{
    /// <summary>Returns an element with lines of text; line breaks within one are removed.</summary>
    public static XElement Lines(string name, params IEnumerable<string> lines) =>
        new(name, string.Join('\n', lines.Select(LogText.Of)));

    public static XAttribute Attribute(string name, string value) => new(name, LogText.Of(value));

    /// <summary>Writes an indented document and a line end.</summary>
    public static void Write(Stream stream, XElement root, bool hasDeclaration)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = ReportStream.Encoding,
            OmitXmlDeclaration = !hasDeclaration,
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        root.WriteTo(xml);
        xml.WriteWhitespace("\n");
    }
}
