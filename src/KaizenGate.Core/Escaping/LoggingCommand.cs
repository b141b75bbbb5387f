using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>A command in the log of Azure Pipelines: <c>##vso[task.logissue type=error;code=KZ203;]message</c>.</summary>
internal static class LoggingCommand
{
    /// <summary>Returns the command; properties without a value are omitted.</summary>
    public static string Line(string name, string message, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        var line = new StringBuilder("##vso[").Append(name).Append(' ');
        foreach (var (property, value) in properties)
        {
            if (value is not null)
            {
                line.Append(property).Append('=').Append(Property(value)).Append(';');
            }
        }

        return line.Append(']').Append(Data(message)).ToString();
    }

    // The percent sign first, because the others add some. The agent decodes %AZP25 but not %25.
    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace("]", "%5D", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
}
