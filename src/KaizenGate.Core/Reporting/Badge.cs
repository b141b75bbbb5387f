using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>The verdict and the execution rate as a badge for a page.</summary>
/// <param name="Label">The text on the left.</param>
/// <param name="Message">The text on the right.</param>
/// <param name="Color">Its colour as six hexadecimal digits.</param>
/// <param name="ColorName">The name of the colour at shields.io.</param>
internal sealed record Badge(string Label, string Message, string Color, string ColorName)
{
    private const string Green = "2E7D32";
    private const string Red = "C62828";
    private const string Grey = "616161";

    /// <summary>The badge of a verdict; grey without enough data.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="label">The text on the left.</param>
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
            _ => new(label, $"gate passed{rate}", Green, "brightgreen"),
        };
    }

    /// <summary>The JSON for <c>img.shields.io/endpoint</c>.</summary>
    public void WriteJson(Stream stream) =>
        JsonText.Write(stream, new BadgeJson { Source = this }, ReportJsonContext.Default.BadgeJson);
}

internal sealed class BadgeJson : JsonView<Badge>
{
    public int SchemaVersion { get; } = 1;
    public string Label => Source.Label;
    public string Message => Source.Message;
    public string Color => Source.ColorName;
    public bool IsError => Source.ColorName == "red";
}
