using System.Xml;

namespace KaizenGate.Core.Escaping;

/// <summary>Writes text to XML: only legal characters, and no commands to a build server if the file is printed to a log.</summary>
internal static class InertXml
{
    public static void InertAttribute(this XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString(name, LogText.Of(value));

    /// <summary>Writes lines; line breaks within one are removed.</summary>
    public static void InertLines(this XmlWriter xml, params IEnumerable<string> lines) =>
        xml.WriteString(string.Join('\n', lines.Select(LogText.Of)));
}
