using System.Collections.Immutable;
using System.Globalization;

namespace KaizenGate.Rules;

/// <summary>A page of <c>docs/rules</c>, cut into its headings and the examples that the tests run.</summary>
internal sealed record RulePage
{
    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = Repository.PathOf("docs", "rules");

    /// <summary>The headings with their signs, in the order of the page.</summary>
    public required ImmutableArray<string> Headings { get; init; }

    public required ImmutableArray<RuleExample> Examples { get; init; }

    public static string PathOf(Rule rule) => Path.Combine(Folder, $"{rule.Id}.md");

    public static RulePage Read(Rule rule) => Parse(File.ReadAllText(PathOf(rule)));

    /// <summary>Reads a page. A <c>markdown</c> fence is a backlog, a <c>console</c> fence stands for none. A <c>json settings</c> or
    /// <c>json baseline</c> fence belongs to the one behind it, a <c>text</c> fence to the one before it.</summary>
    /// <exception cref="FormatException">A fence is not closed, or a backlog's fence lacks its date.</exception>
    public static RulePage Parse(string text)
    {
        var headings = ImmutableArray.CreateBuilder<string>();
        var examples = ImmutableArray.CreateBuilder<RuleExample>();
        string? settings = null;
        string? baseline = null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith('#'))
            {
                headings.Add(lines[at]);
            }

            var ticks = lines[at].Length - lines[at].TrimStart('`').Length;
            if (ticks < 3)
            {
                continue;
            }

            var start = at + 1;
            var fence = new string('`', ticks);
            at = Array.IndexOf(lines, fence, start);
            if (at < 0)
            {
                throw new FormatException($"the fence on line {start} is not closed");
            }

            var body = string.Concat(lines[start..at].Select(line => line + "\n"));
            switch (lines[start - 1][ticks..].Split(' '))
            {
                case ["json", "settings"]:
                    settings = body;
                    break;
                case ["json", "baseline"]:
                    baseline = body;
                    break;
                case [("markdown" or "console") and var language, var kind, var date]:
                    var backlog = language == "markdown" ? body : null;
                    examples.Add(new RuleExample(KindOf(kind), DateOf(date), backlog, settings, baseline, [], start));
                    (settings, baseline) = (null, null);
                    break;
                case ["text"] when examples.Count > 0:
                    var expected = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                    examples[^1] = examples[^1] with { Expected = [.. expected] };
                    break;
                default:
                    break;
            }
        }

        return new RulePage { Headings = headings.ToImmutable(), Examples = examples.ToImmutable() };
    }

    private static ExampleKind KindOf(string word) =>
        word switch
        {
            "bad" => ExampleKind.Bad,
            "good" => ExampleKind.Good,
            "unjudged" => ExampleKind.Unjudged,
            _ => throw new FormatException($"'{word}' is neither bad nor good nor unjudged"),
        };

    private static DateOnly DateOf(string word) =>
        word.StartsWith("as-of=", StringComparison.Ordinal)
            ? DateOnly.ParseExact(word["as-of=".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new FormatException($"'{word}' is no as-of=YYYY-MM-DD");
}
