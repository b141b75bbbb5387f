using System.Collections.Immutable;
using System.Globalization;

namespace KaizenGate.Core.Tests.Gaming;

/// <summary>The text of a backlog that rightly fails: 40 improvements were captured since October, and one is completed.</summary>
internal static class FailingTeam
{
    public const string Backlog = "IMPROVEMENTS.md";
    public const string Head = "# Improvements\n\n";

    private const string Done =
        "### [IMP-101] Agree where improvements are written\n\n- **Impact:** 4/10\n- **Effort:** 1/10\n- **Status:** Done\n- **Completed:** 2025-10-20\n- **Measured Impact:** 30 min to 5 min\n";

    private static readonly string[] Verbs = ["Cache", "Split", "Name", "Measure", "Document"];

    private static readonly string[] Things =
    [
        "restore",
        "login",
        "importer",
        "mailer",
        "search",
        "billing",
        "export",
        "calendar",
    ];

    /// <summary>The titles of the 40 open improvements, with the ids IMP-001 to IMP-040; the oldest first.</summary>
    public static ImmutableArray<string> Titles { get; } =
    [.. Things.SelectMany(thing => Verbs.Select(verb => $"{verb} the {thing} of the shop"))];

    /// <summary>The last revision.</summary>
    public static string Text { get; } = TextOf(Titles.Length);

    /// <summary>The revisions, one every two weeks, with four more improvements each.</summary>
    public static IEnumerable<(string Day, string Text)> Revisions =>
        Enumerable.Range(0, 9).Select(number => (Day(14 * number), TextOf(8 + (4 * number))));

    /// <summary>The only revision of a team that captures nothing and completes nothing.</summary>
    public static string IdleText { get; } = TextOf(9);

    /// <summary>The day so many days after the first revision.</summary>
    public static string Day(int days) =>
        new DateOnly(2025, 10, 6).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last revision with other open improvements.</summary>
    /// <param name="lines">Returns the new lines of an improvement from its number (from 1) and its own lines.</param>
    /// <param name="count">How many are open.</param>
    public static string Rewritten(Func<int, string, string> lines, int count = 40) =>
        Head + string.Concat(Enumerable.Range(1, count).Select(number => lines(number, Item(number)))) + Done;

    /// <summary>The lines of an open improvement, with more fields.</summary>
    public static string Item(int number, params string[] fields) =>
        $"### [IMP-{number:000}] {Titles[number - 1]}\n\n"
        + $"- **Impact:** {3 + (number % 6)}/10\n- **Effort:** {2 + (number % 5)}/10\n"
        + string.Concat(fields.Select(field => $"- {field}\n"))
        + "\n";

    /// <summary>The lines of an improvement that is completed on the day of the change.</summary>
    public static string Completed(int number, params string[] fields) =>
        Item(number, ["**Status:** Done", "**Completed:** 2026-02-01", .. fields]);

    private static string TextOf(int open) => Rewritten((_, own) => own, open);
}
