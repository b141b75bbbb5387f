using System.Xml;

namespace KaizenGate.Core.Escaping;

/// <summary>Writes text into XML: only legal characters, and no build server's command should the file be printed to a log.</summary>
internal static class InertXml
{
    public static void InertAttribute(this XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, LogText.Of(value));

    /// <summary>Writes lines; a line break within one of them is none.</summary>
    public static void InertLines(this XmlWriter xml, params IEnumerable<string> lines) =>
        xml.WriteString(string.Join('\n', lines.Select(LogText.Of)));
}
