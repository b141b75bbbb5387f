using System.Text.RegularExpressions;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Style;

/// <summary>Links and quotes in the documents lead somewhere.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Pages =
    [
        .. new[] { "*.md", "docs/**/*.md", "src/*/README.md", "tests/*/README.md" }.SelectMany(glob =>
            FileGlob.Find(Repository.Root, glob, ["**/bin/**", "**/obj/**"])
        ),
    ];

    private static readonly string[] Sources = ["src/**", "build/**"];

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading()
    {
        var links = Pages
            .SelectMany(page => Link().Matches(Text(page)), (page, link) => (page, link.Groups[1].Value))
            .Where(link => !link.Value.Contains("://", StringComparison.Ordinal))
            .ToArray();

        Assert.True(links.Length > 100, $"only {links.Length} links were found");
        Assert.All(
            links,
            link =>
            {
                var (path, anchor) = link.Value.Split('#') is [var file, var heading]
                    ? (file, heading)
                    : (link.Value, "");
                var target = path.Length == 0 ? link.page : Path.GetFullPath(path, Path.GetDirectoryName(link.page)!);
                Assert.True(Path.Exists(target), $"{link.page} links to {link.Value}, which does not exist");
                Assert.True(
                    anchor.Length == 0 || Anchors(target).Contains(anchor),
                    $"{link.page} links to {link.Value}, a heading that does not exist"
                );
            }
        );
    }

    [Fact]
    public void Every_message_in_a_table_of_troubleshooting_is_in_the_source()
    {
        var quotes = Pages
            .SelectMany(page => Quote().Matches(Text(page)).Select(quote => quote.Groups[1].Value))
            .ToArray();
        var source = string.Concat(
            Sources
                .SelectMany(glob => FileGlob.Find(Repository.Root, glob, ["**/bin/**", "**/obj/**"]))
                .Select(File.ReadAllText)
        );

        Assert.NotEmpty(quotes);
        Assert.All(
            quotes.SelectMany(quote =>
                quote.Split('…', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ),
            part => Assert.True(source.Contains(part, StringComparison.Ordinal), $"no source contains \"{part}\"")
        );
    }

    /// <summary>The text of a page without its fenced blocks.</summary>
    private static string Text(string page) => Fence().Replace(File.ReadAllText(page), "");

    /// <summary>The anchors that GitHub gives the headings of a page.</summary>
    private static HashSet<string> Anchors(string page) =>
        [
            .. Heading()
                .Matches(Text(page))
                .Select(heading =>
                    NotAnchor().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')
                ),
        ];

    [GeneratedRegex(@"^(?<fence>`{3,})[^`\n]*\n.*?^\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotAnchor();

    [GeneratedRegex("^\\| \"([^\"]+)\" \\|", RegexOptions.Multiline)]
    private static partial Regex Quote();
}
