using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>A message in the log of TeamCity: <c>##teamcity[inspection typeId='KZ203' line='3']</c>.</summary>
internal static class ServiceMessage
{
    /// <summary>TeamCity cuts longer values, possibly within an escape.</summary>
    private const int LongestValue = 4000;

    public static string Line(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var line = new StringBuilder("##teamcity[").Append(name);
        foreach (var (attribute, value) in attributes)
        {
            line.Append(' ').Append(attribute).Append("='");
            Escape(VisibleText.Cut(value, LongestValue), line);
            line.Append('\'');
        }

        return line.Append(']').ToString();
    }

    // Characters outside of ASCII are escaped, because the encoding of the log is unknown.
    private static void Escape(string text, StringBuilder line)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' or '|' or '[' or ']' => line.Append('|').Append(c),
                < '\u007F' => line.Append(c),
                _ => line.Append($"|0x{(int)c:X4}"),
            };
        }
    }
}
