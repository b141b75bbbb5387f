using System.Collections.Immutable;
using System.Globalization;
using KaizenGate.Core.Rules;

namespace KaizenGate.Core.Tests.Rules;

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

    /// <summary>Reads a page. A <c>markdown</c> fence is a backlog, a <c>console</c> fence is the absence of one. A <c>json settings</c>,
    /// <c>json settings before</c> (before the change), <c>json baseline</c>, <c>json digest</c> or <c>markdown archive</c> fence belongs to the next one, a <c>text</c> fence to the one before it.</summary>
    /// <remarks>
    /// After the kind, a fence may have <c>revision=DATE</c>: it is a commit of the file. The fence with <c>as-of=DATE</c> is the file
    /// today; if it is a revision too, nothing is uncommitted. That fence may also have <c>commits=DATE,…</c> (commits of other files;
    /// <c>DATE..DATE</c> means every Monday to Friday), <c>since=DATE</c> or <c>staged</c> (the change to check), <c>none=REASON</c>
    /// (its trailer, with _ for a space) and <c>shallow</c>.
    /// </remarks>
    /// <exception cref="FormatException">A fence is not closed, or a backlog's fence lacks its date.</exception>
    public static RulePage Parse(string text)
    {
        var headings = ImmutableArray.CreateBuilder<string>();
        var examples = ImmutableArray.CreateBuilder<RuleExample>();
        string? settings = null;
        string? before = null;
        string? baseline = null;
        string? archive = null;
        string? digest = null;
        var history = ExampleHistory.None;
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
                case ["json", "settings", "before"]:
                    before = body;
                    break;
                case ["json", "baseline"]:
                    baseline = body;
                    break;
                case ["json", "digest"]:
                    digest = body;
                    break;
                case ["markdown", "archive"]:
                    archive = body;
                    break;
                case [("markdown" or "console") and var language, var kind, .. var options] when options.Length > 0:
                    history = History(history, options, body);
                    if (
                        options.FirstOrDefault(option => option.StartsWith("as-of=", StringComparison.Ordinal)) is
                        { } asOf
                    )
                    {
                        var backlog = language == "markdown" ? body : null;
                        examples.Add(
                            new(KindOf(kind), DateOf(asOf), backlog, history, settings, baseline, [], start)
                            {
                                SettingsBefore = before,
                                Archive = archive,
                                Digest = digest,
                            }
                        );
                        (settings, before, baseline, archive, digest) = (null, null, null, null, null);
                        history = ExampleHistory.None;
                    }

                    break;
                case ["text"] when examples.Count > 0:
                    var expected = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                    examples[^1] = examples[^1] with { Expected = [.. expected] };
                    break;
                default:
                    break;
            }
        }

        if (history != ExampleHistory.None)
        {
            throw new FormatException("the last revision has no as-of=YYYY-MM-DD");
        }

        return new RulePage { Headings = headings.ToImmutable(), Examples = examples.ToImmutable() };
    }

    private static ExampleKind KindOf(string word) =>
        word switch
        {
            "bad" => ExampleKind.Bad,
            "good" => ExampleKind.Good,
            "not-evaluated" => ExampleKind.NotEvaluated,
            _ => throw new FormatException($"'{word}' is not bad, good or not-evaluated"),
        };

    private static ExampleHistory History(ExampleHistory before, string[] options, string text)
    {
        var history = before;
        foreach (var option in options)
        {
            history = option.Split('=') switch
            {
                ["as-of", _] => history,
                ["revision", _] => history with { Revisions = [.. history.Revisions, (DateOf(option), text)] },
                ["commits", var days] => history with { OtherCommits = [.. days.Split(',').SelectMany(DaysOf)] },
                ["since", _] => history with { Since = DateOf(option) },
                ["staged"] => history with { IsStaged = true },
                ["more", var reason] => history with { More = reason.Replace('_', ' ') },
                ["none", var reason] => history with { Excuse = reason.Replace('_', ' ') },
                ["shallow"] => history with { IsShallow = true },
                _ => throw new FormatException($"'{option}' is not an option of an example"),
            };
        }

        return history;
    }

    /// <summary>The day, or the days from Monday to Friday of a span.</summary>
    private static IEnumerable<DateOnly> DaysOf(string days)
    {
        var ends = days.Split("..");
        var first = DateOf($"commits={ends[0]}");
        return ends.Length == 1
            ? [first]
            : Enumerable
                .Range(0, DateOf($"commits={ends[1]}").DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    private static DateOnly DateOf(string option) =>
        DateOnly.TryParseExact(
            option[(option.IndexOf('=', StringComparison.Ordinal) + 1)..],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw new FormatException($"'{option}' is not NAME=YYYY-MM-DD");
}
