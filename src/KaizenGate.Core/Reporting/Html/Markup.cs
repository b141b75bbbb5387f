using System.Runtime.CompilerServices;
using System.Text;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>
/// HTML that is being written. In <c>html.Add($"&lt;b&gt;{title}&lt;/b&gt;")</c> only what stands in the source code is
/// markup; whatever fills a hole is text, so that nothing can be forgotten.
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

    /// <summary>One piece of markup with its holes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Markup html;

        public Piece(int literalLength, int formattedCount, Markup html) => this.html = html;

        public void AppendLiteral(string markup) => html.text.Append(markup);

        public void AppendFormatted(string? text) => HtmlText.Append(html.text, text ?? "");

        public void AppendFormatted(int number) => html.text.Append(number);

        /// <summary>A coordinate: a hundredth of a pixel or of a percent is nothing that anybody sees.</summary>
        public void AppendFormatted(double number) => html.text.Append($"{number:0.##}");

        public void AppendFormatted(DateOnly day) => html.text.Append($"{day:yyyy-MM-dd}");

        /// <summary>Markup that was written apart; its holes are escaped already.</summary>
        public void AppendFormatted(Markup part) => html.text.Append(part.text);
    }
}
