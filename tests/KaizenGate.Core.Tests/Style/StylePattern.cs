using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Style;

/// <summary>A row of the table of patterns in <c>docs/style.md</c>.</summary>
/// <param name="Expression">Matches the pattern in any case, across line breaks and in names with underscores.</param>
/// <param name="Bad">A text that matches.</param>
/// <param name="Good">What to write instead; matches no pattern.</param>
internal sealed partial record StylePattern(Regex Expression, string Bad, string Good)
{
    /// <summary>A space, an underscore, or a line break with the indentation and comment marker of the next line.</summary>
    private const string Space = @"(?:[ _]|\n[ \t]*(?:///?|#)?[ \t]*)";

    public static IEnumerable<StylePattern> Read(string path) =>
        from row in Row().Matches(File.ReadAllText(path))
        let pattern = row.Groups["pattern"].Value.Replace(@"\|", "|", StringComparison.Ordinal)
        select new StylePattern(
            new Regex(
                // An underscore is a letter to \b, but it separates the words of a name.
                pattern
                    .Replace(" ", Space, StringComparison.Ordinal)
                    .Replace(
                        @"\b",
                        @"(?:(?<![A-Za-z0-9])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?![A-Za-z0-9]))",
                        StringComparison.Ordinal
                    ),
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            ),
            row.Groups["bad"].Value,
            row.Groups["good"].Value
        );

    [GeneratedRegex("^\\| `(?<pattern>.+)` \\| `(?<bad>.+)` \\| `(?<good>.+)` \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
