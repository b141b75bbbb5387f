using System.Runtime.CompilerServices;
using System.Text;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>
/// Builds HTML. In <c>html.Add($"&lt;b&gt;{title}&lt;/b&gt;")</c> only the literal text is markup; interpolated values are
/// always escaped.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new();

    public Markup Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        _ = piece;
        return this;
    }

    public override string ToString() => text.ToString();

    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup html;

        public Piece(int literalLength, int formattedCount, Markup html) => this.html = html;

        public void AppendLiteral(string markup) => html.text.Append(markup);

        public void AppendFormatted(string? text) => HtmlText.Append(html.text, text ?? "");

        public void AppendFormatted(int number) => html.text.Append(number);

        /// <summary>Appends a coordinate; differences below 0.01 are invisible.</summary>
        public void AppendFormatted(double number) => html.text.Append($"{number:0.##}");

        public void AppendFormatted(DateOnly day) => html.text.Append($"{day:yyyy-MM-dd}");

        /// <summary>Appends markup, which is already escaped.</summary>
        public void AppendFormatted(Markup part) => html.text.Append(part.text);
    }

    /// <summary>Turns text in backticks into code.</summary>
    public static Markup Message(string message)
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
}
