using System.Text.RegularExpressions;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Style;

/// <summary>No text of the repository contains a pattern that <c>docs/style.md</c> lists.</summary>
public sealed partial class StyleTests
{
    /// <summary>The files to search, as globs from the root of the repository.</summary>
    private static readonly string[] Covered =
    [
        "*.md",
        "docs/*.md",
        "docs/examples/*.md",
        "docs/rules/*.md",
        "docs/*.json",
        "src/**/*.cs",
        "src/**/*.csproj",
        "src/KaizenGate.Cli/Starters/*",
        "tests/**/*.cs",
        "build/*",
        "build/action/*",
        "build/release/*",
        ".ci/*",
        ".github/workflows/*",
        "action.yml",
        ".pre-commit-hooks.yaml",
        "Directory.*",
        "tests/Directory.*",
        "src/*/README.md",
        "tests/*/README.md",
    ];

    /// <summary>Lines that may match a pattern: the file, and a fragment of the line.</summary>
    private static readonly (string Path, string Fragment)[] Exceptions =
    [
        ("src/KaizenGate.Core/Reporting/PlanJson.cs", "{ \"be"),
    ];

    private static readonly StylePattern[] Patterns = [.. StylePattern.Read(Repository.PathOf("docs", "style.md"))];

    [Fact]
    public void Every_pattern_matches_its_example_and_no_pattern_the_better_text()
    {
        Assert.NotEmpty(Patterns);
        Assert.All(Patterns, pattern => Assert.Matches(pattern.Expression, pattern.Bad));
        Assert.All(Patterns, pattern => Assert.Empty(Matches(pattern.Good)));
    }

    [Fact]
    public void No_covered_file_contains_a_pattern()
    {
        string[] lines = [.. Lines().Where(line => !Exceptions.Any(line.Has)).Select(line => line.ToString())];
        Assert.True(lines is [], string.Join('\n', lines));
    }

    [Fact]
    public void Every_exception_is_needed() =>
        Assert.All(Exceptions, exception => Assert.Contains(Lines(), line => line.Has(exception)));

    [Fact]
    public void Every_glob_finds_a_file() => Assert.All(Covered, glob => Assert.NotEmpty(Find(glob)));

    [Theory]
    [InlineData("the gate is shut", 1)]
    [InlineData("public void A_gate_is_shut_by_errors()", 1)]
    [InlineData("the gate\nis shut", 1)]
    [InlineData("    /// the gate\n    /// is shut", 1)]
    [InlineData("    # the gate\n    # is shut, nobody knows", 2)]
    [InlineData("the gate failed", 0)]
    [InlineData("there is no date; it is no longer there", 0)]
    public void A_pattern_is_found_across_line_breaks_and_in_names(string text, int count) =>
        Assert.Equal(count, Matches(text).Count());

    [Theory]
    [InlineData("`nobody` nobody\n", 1)]
    [InlineData("a\n\n```text\nnobody\n```\n\nnobody\n", 1)]
    [InlineData("a\n\n````text\n```\nnobody\n````\n\nnobody\n", 1)]
    [InlineData("<!-- rules: generated -->\n\nnobody\n\n<!-- /rules -->\n\nnobody\n", 1)]
    [InlineData("<!-- nobody -->\n", 1)]
    public void Screens_code_and_generated_parts_of_a_page_are_left_out(string page, int count) =>
        Assert.Equal(count, Matches(Prose(page)).Count());

    private static IEnumerable<string> Find(string glob) =>
        glob.Contains('*', StringComparison.Ordinal)
            ? FileGlob.Find(Repository.Root, glob, ["**/bin/**", "**/obj/**", "**/StyleTests.cs"])
            : [Repository.PathOf(glob)];

    private static IEnumerable<Line> Lines() =>
        from path in Covered.SelectMany(Find).Distinct()
        let text = File.ReadAllText(path)
        from match in Matches(path.EndsWith(".md", StringComparison.Ordinal) ? Prose(text) : text)
        select Line.At(text, match.Index, Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));

    private static IEnumerable<Match> Matches(string text) =>
        Patterns.SelectMany(pattern => pattern.Expression.Matches(text));

    /// <summary>The page, of the same length, with blanks for fenced blocks, generated parts and code spans.</summary>
    private static string Prose(string page) =>
        NotProse().Replace(page, part => NotLineBreak().Replace(part.Value, " "));

    [GeneratedRegex(
        @"^(?<fence>`{3,})[^`\n]*\n.*?^\k<fence>$|<!-- (?<name>\w+)\b[^>]*-->.*?<!-- /\k<name> -->|`[^`\n]+`",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex NotProse();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotLineBreak();

    private sealed record Line(string Path, int Number, string Text)
    {
        public static Line At(string text, int index, string path)
        {
            var number = text.AsSpan(0, index).Count('\n');
            return new(path, number + 1, text.Split('\n')[number].Trim());
        }

        public bool Has((string Path, string Fragment) exception) =>
            Path == exception.Path && Text.Contains(exception.Fragment, StringComparison.Ordinal);

        public override string ToString() => $"{Path}:{Number} {Text}";
    }
}
