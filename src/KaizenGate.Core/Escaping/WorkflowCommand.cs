using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>A command in the log of GitHub Actions: <c>::error file=a.md,line=3::message</c>.</summary>
internal static class WorkflowCommand
{
    /// <summary>Returns the command; properties without a value are omitted. The message may have several lines.</summary>
    public static string Line(string name, string message, params ReadOnlySpan<(string Name, string? Value)> properties)
    {
        var line = new StringBuilder("::").Append(name);
        var separator = ' ';
        foreach (var (property, value) in properties)
        {
            if (value is not null)
            {
                line.Append(separator).Append(property).Append('=').Append(Property(value));
                separator = ',';
            }
        }

        return line.Append("::").Append(Data(message)).ToString();
    }

    // The percent sign first, because the others add some.
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
