using System.Xml;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The suite that says why there is no verdict.</summary>
internal static class JUnitErrors
{
    public static void WriteSuite(XmlWriter xml, Verdict verdict, int id)
    {
        var count = verdict.Errors.Length;
        JUnitReport.StartSuite(xml, verdict, "KaizenGate", id, tests: count, failures: 0, errors: count, skipped: 0);
        xml.WriteStartElement("properties");
        xml.WriteEndElement();
        // Numbered, since GitLab drops cases whose name has been seen.
        var number = 0;
        foreach (var error in verdict.Errors)
        {
            var where = error.Path is null ? "" : $" {LogText.Path(error.Path)}";
            JUnitReport.StartCase(xml, $"input {++number}{where}", "KaizenGate");
            xml.WriteStartElement("error");
            xml.InertAttribute("message", VisibleText.Message(error.Message));
            xml.WriteAttributeString("type", "input");
            xml.InertLines(
                $"{InputErrorText.Place(error)}error: {VisibleText.Message(error.Message)}",
                $"→ {VisibleText.Message(error.Help)}"
            );
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", "");
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }
}
