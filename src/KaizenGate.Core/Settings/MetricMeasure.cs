using System.Globalization;

namespace KaizenGate.Core.Settings;

/// <summary>What a metric is measured with.</summary>
internal enum MetricProbe
{
    /// <summary>Reports of tests in the form of JUnit or TRX.</summary>
    Tests,

    /// <summary>Warnings in SARIF.</summary>
    Sarif,

    /// <summary>The runs of a workflow of GitHub.</summary>
    GitHubRuns,

    /// <summary>A program that prints a number.</summary>
    Command,
}

/// <summary>Where <c>metric record --all</c> gets the value of a metric: <c>junit:results/**/*.xml#p95</c>.</summary>
/// <param name="Probe">What it is measured with.</param>
/// <param name="Target">The pattern of the reports, the workflow, or the command.</param>
/// <param name="Figure">Which figure of it; for warnings the rule; empty for the only one, or for all rules.</param>
internal sealed record MetricMeasure(MetricProbe Probe, string Target, string Figure)
{
    /// <summary>The regular expression of <see cref="Parse"/> for editors.</summary>
    public const string Pattern =
        "^((junit|trx):[^#]+(#(total|mean|max|tests|failures|p[1-9][0-9]?))?|sarif:[^#]+(#.+)?|github-runs:[^#]+(#(duration|failures))?|command:.+)$";

    /// <summary>What <see cref="Parse"/> accepts.</summary>
    public const string Wanted =
        "junit:GLOB#FIGURE or trx:GLOB#FIGURE (total, mean, max, tests, failures, p1 to p99), sarif:GLOB#RULE, github-runs:WORKFLOW#FIGURE (duration, failures) or command:PROGRAM";

    private static readonly string[] TestFigures = ["total", "mean", "max", "tests", "failures"];
    private static readonly string[] RunFigures = ["duration", "failures"];

    /// <summary>Parses a setting; null for another text.</summary>
    public static MetricMeasure? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || text.Any(char.IsControl))
        {
            return null;
        }

        var rest = text[(colon + 1)..];
        var mark = rest.LastIndexOf('#');
        var (target, figure) = mark < 0 ? (rest, "") : (rest[..mark], rest[(mark + 1)..]);
        var isWhole = target.Trim().Length > 0 && (mark < 0 || figure.Length > 0);
        return text[..colon] switch
        {
            "junit" or "trx" when isWhole && (figure.Length == 0 || IsOfTests(figure)) => new(
                MetricProbe.Tests,
                target,
                figure.Length == 0 ? "total" : figure
            ),
            "sarif" when isWhole => new(MetricProbe.Sarif, target, figure),
            "github-runs" when isWhole && (figure.Length == 0 || RunFigures.Contains(figure)) => new(
                MetricProbe.GitHubRuns,
                target,
                figure.Length == 0 ? "duration" : figure
            ),
            "command" when rest.Trim().Length > 0 => new(MetricProbe.Command, rest, ""),
            _ => null,
        };
    }

    /// <summary>The percentile of a figure such as <c>p95</c>, 1 to 99; null for another figure.</summary>
    public static int? PercentileOf(string figure) =>
        figure is ['p', .. { Length: 1 or 2 } digits]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var percentile)
        && percentile is >= 1 and <= 99
        && digits[0] != '0'
            ? percentile
            : null;

    private static bool IsOfTests(string figure) => TestFigures.Contains(figure) || PercentileOf(figure) is not null;
}
