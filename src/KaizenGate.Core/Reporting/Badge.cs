using System.Xml.Linq;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict and the execution rate as a badge.</summary>
/// <param name="Label">The text on the left.</param>
/// <param name="Message">The text on the right.</param>
/// <param name="Color">The background as six hexadecimal digits.</param>
/// <param name="ColorName">The name of the colour at shields.io.</param>
internal sealed record Badge(string Label, string Message, string Color, string ColorName)
{
    private const double Height = 20;
    private const double Margin = 6;

    /// <summary>The mean width of a letter at 11 pixels; the text is stretched to the computed width.</summary>
    private const double Letter = 6.5;

    private const string Green = "2E7D32";
    private const string Red = "C62828";
    private const string Grey = "616161";

    /// <summary>Dark enough for white text.</summary>
    private const string Yellow = "8A6D00";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The document.</summary>
    public static JsonContract<Badge> Endpoint { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "label", badge => badge.Label },
            { "message", badge => badge.Message },
            { "color", badge => badge.ColorName },
            { "isError", badge => badge.ColorName == "red" },
        };

    /// <summary>
    /// The badge of a verdict: grey without enough data, and yellow while the gate passes only because nothing was asked of the team
    /// yet: nothing was executed, as in a fresh template, or a baseline accepts findings.
    /// </summary>
    public static Badge Of(Verdict verdict, string label)
    {
        var rate = verdict.Figures.ExecutionRate is { } share ? $", {FiguresText.Rate(share)} executed" : "";
        return verdict.Outcome switch
        {
            Outcome.Error => new(label, "gate could not run", Grey, "lightgrey"),
            Outcome.Fail => new(label, $"gate failed{rate}", Red, "red"),
            _ when verdict.Backlogs.IsEmpty || verdict.Figures.ExecutionRate is null => new(
                label,
                "not evaluated",
                Grey,
                "lightgrey"
            ),
            _ when Accepted(verdict) is > 0 and var accepted => new(
                label,
                $"adopting, {Wording.Count(accepted, "finding")} accepted",
                Yellow,
                "yellow"
            ),
            _ when verdict.Figures.Executed == 0 => new(label, "adopting, nothing executed", Yellow, "yellow"),
            _ => new(label, $"gate passed{rate}", Green, "brightgreen"),
        };
    }

    private static int Accepted(Verdict verdict) =>
        verdict.Findings.Count(finding => finding is { IsBaselined: true, IsSuppressed: false });

    /// <summary>Writes the JSON for <c>img.shields.io/endpoint</c>.</summary>
    public void WriteJson(Stream stream) => Endpoint.Write(stream, this);

    /// <summary>Writes a picture that loads nothing; its title is the text for screen readers.</summary>
    public void WriteSvg(Stream stream)
    {
        var (left, right) = (Width(Label), Width(Message));
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("width", $"{left + right:0.#}"),
            new XAttribute("height", $"{Height:0}"),
            new XAttribute("viewBox", $"0 0 {left + right:0.#} {Height:0}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "t"),
            new XElement(Svg + "title", new XAttribute("id", "t"), LogText.Of($"{Label}: {Message}")),
            Part(0, left, "424242", Label),
            Part(left, right, Color, Message)
        );
        InertXml.Write(stream, svg, hasDeclaration: false);
    }

    private static double Width(string text) => Math.Round(VisibleText.Of(text).Length * Letter) + (2 * Margin);

    private static XElement[] Part(double from, double width, string color, string text) =>
        [
            new(
                Svg + "rect",
                new XAttribute("x", $"{from:0.#}"),
                new XAttribute("width", $"{width:0.#}"),
                new XAttribute("height", $"{Height:0}"),
                new XAttribute("fill", $"#{color}")
            ),
            new(
                Svg + "text",
                new XAttribute("x", $"{from + (width / 2):0.##}"),
                new XAttribute("y", 14),
                new XAttribute("fill", "#FFFFFF"),
                new XAttribute("text-anchor", "middle"),
                new XAttribute("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif"),
                new XAttribute("font-size", 11),
                new XAttribute("textLength", $"{width - (2 * Margin):0.#}"),
                new XAttribute("aria-hidden", "true"),
                LogText.Of(text)
            ),
        ];
}
