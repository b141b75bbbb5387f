using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>Messages as HTML.</summary>
internal static class InlineMarkup
{
    /// <summary>Turns text in backticks into code.</summary>
    public static Markup Of(string message)
    {
        var html = new Markup();
        var parts = message.Split('`');
        // With an odd number of backticks, the last one is literal.
        var pairs = parts.Length % 2 == 1 ? parts.Length : parts.Length - 1;
        for (var i = 0; i < parts.Length; i++)
        {
            _ =
                i % 2 == 1 && i < pairs ? html.Add($"<code>{parts[i]}</code>")
                : i >= pairs ? html.Add($"`{parts[i]}")
                : html.Add($"{parts[i]}");
        }

        return html;
    }

    /// <summary><c>low-execution-rate</c> as "Low execution rate".</summary>
    public static string Spoken(Rule rule) =>
        rule.Name.Length == 0 ? "" : $"{char.ToUpperInvariant(rule.Name[0])}{rule.Name[1..].Replace('-', ' ')}";
}
