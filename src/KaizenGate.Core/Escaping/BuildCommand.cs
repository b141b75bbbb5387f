using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>Commands that build servers read from their logs.</summary>
internal static class BuildCommand
{
    /// <summary>TeamCity cuts longer values, possibly within an escape.</summary>
    private const int LongestValue = 4000;

    /// <summary>
    /// Returns a command of GitHub Actions: <c>::error file=a.md,line=3::message</c>. Properties without a value are omitted. The message may
    /// have several lines.
    /// </summary>
    public static string GitHub(
        string name,
        string message,
        params ReadOnlySpan<(string Name, string? Value)> properties
    )
    {
        var line = new StringBuilder("::").Append(name);
        var separator = ' ';
        foreach (var (property, value) in properties)
        {
            if (value is not null)
            {
                line.Append(separator).Append(property).Append('=');
                line.Append(
                    Encoded(value, "%25")
                        .Replace(":", "%3A", StringComparison.Ordinal)
                        .Replace(",", "%2C", StringComparison.Ordinal)
                );
                separator = ',';
            }
        }

        return line.Append("::").Append(Encoded(message, "%25")).ToString();
    }

    /// <summary>
    /// Returns a command of Azure Pipelines: <c>##vso[task.logissue type=error;code=KZ203;]message</c>. Properties without a value are omitted.
    /// </summary>
    public static string Azure(
        string name,
        string message,
        params ReadOnlySpan<(string Name, string? Value)> properties
    )
    {
        // The agent decodes %AZP25 but not %25.
        const string percent = "%AZP25";
        var line = new StringBuilder("##vso[").Append(name).Append(' ');
        foreach (var (property, value) in properties)
        {
            if (value is not null)
            {
                line.Append(property).Append('=');
                line.Append(
                    Encoded(value, percent)
                        .Replace("]", "%5D", StringComparison.Ordinal)
                        .Replace(";", "%3B", StringComparison.Ordinal)
                );
                line.Append(';');
            }
        }

        return line.Append(']').Append(Encoded(message, percent)).ToString();
    }

    /// <summary>Returns a service message of TeamCity: <c>##teamcity[inspection typeId='KZ203' line='3']</c>.</summary>
    public static string TeamCity(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var line = new StringBuilder("##teamcity[").Append(name);
        foreach (var (attribute, value) in attributes)
        {
            line.Append(' ').Append(attribute).Append("='");
            // Characters outside of ASCII are escaped, because the encoding of the log is unknown.
            foreach (var c in VisibleText.Cut(value, LongestValue))
            {
                _ = c switch
                {
                    '\'' or '|' or '[' or ']' => line.Append('|').Append(c),
                    < '\u007F' => line.Append(c),
                    _ => line.Append($"|0x{(int)c:X4}"),
                };
            }

            line.Append('\'');
        }

        return line.Append(']').ToString();
    }

    // The percent sign first, because the others add some.
    private static string Encoded(string text, string percent) =>
        text.Replace("%", percent, StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
