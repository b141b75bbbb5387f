using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks;

/// <summary>
/// Writes a healthy backlog of any size, as a team would: sections by priority, correct scores, owners and dates,
/// measured completions. About 400 bytes per improvement, and always the same text.
/// </summary>
/// <remarks>
/// It is healthy so that a check measures the rules and not the output of findings: the gate passes on <see cref="AsOf"/> without findings.
/// </remarks>
internal sealed class BacklogGenerator
{
    /// <summary>The day on which the backlog is healthy; later it becomes stale.</summary>
    public static readonly DateOnly AsOf = new(2026, 3, 2);

    private const int Seed = 20_260_302;

    /// <summary>The number of improvements in progress that an owner may have.</summary>
    private const int MostInProgress = 3;

    private static readonly (int Impact, int Effort)[] Ratings =
    [
        .. from impact in Enumerable.Range(2, 9) from effort in Enumerable.Range(1, 8) select (impact, effort),
    ];

    private readonly Random random = new(Seed);
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, int> inProgress = [];
    private int written;

    private BacklogGenerator() { }

    /// <summary>Writes a backlog.</summary>
    /// <param name="count">The number of improvements, from 20 to 110,592, the number of titles.</param>
    public static string Generate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 20);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Vocabulary.Titles);
        var generator = new BacklogGenerator();
        generator.Write(count);
        return generator.text.ToString();
    }

    private void Write(int count)
    {
        // About two of three are executed, as in a healthy team.
        var high = count * 8 / 100;
        var medium = count * 14 / 100;
        var low = count * 10 / 100;
        var deferred = count * 3 / 100;
        var done = count - high - medium - low - deferred;

        text.Append("# Improvements\n\n");
        Field("Last Updated", Day(AsOf));
        Field("Total Items", $"{count}");
        Field("Execution Rate", $"{100.0 * done / count:F0}% ({done} of {count})");
        Section("High Priority", high, rating => rating >= 70, Active);
        Section("Medium Priority", medium, rating => rating is >= 40 and < 70, Active);
        Section("Low Priority", low, rating => rating < 40, Active);
        Section("Deferred", deferred, rating => rating < 40, Deferred);
        Section("Completed", done, _ => true, (_, effort) => Done(effort));
    }

    private void Section(string title, int count, Func<int, bool> belongs, Action<int, int> fields)
    {
        text.Append("\n## ").Append(title).Append('\n');
        var ratings = Ratings.Where(rating => belongs(Score(rating.Impact, rating.Effort))).ToArray();
        var drawn = Enumerable.Range(0, count).Select(_ => ratings[random.Next(ratings.Length)]);
        foreach (var (impact, effort) in drawn.OrderByDescending(rating => Score(rating.Impact, rating.Effort)))
        {
            Heading();
            Field("Impact", $"{impact}/10 (saves {3 * impact} s a run)");
            Field("Effort", $"{effort}/10 ({effort} {(effort == 1 ? "hour" : "hours")})");
            Field("Priority Score", $"{impact} × (11-{effort}) = {Score(impact, effort)}");
            Field("Category", Any(Vocabulary.Categories));
            fields(impact, effort);
        }
    }

    private void Active(int impact, int effort)
    {
        var owner = Any(Vocabulary.Owners);
        var load = inProgress.GetValueOrDefault(owner);
        var isStarted = load < MostInProgress && random.Next(5) == 0;
        inProgress[owner] = load + (isStarted ? 1 : 0);

        var captured = DaysAgo(random.Next(8, 55));
        Field("Proposed Solution", $"Try it on {random.Next(2, 90)} cases, then everywhere");
        Field("Expected Outcome", $"{impact}0% less waiting, {effort + 1} fewer calls a day");
        Field("Assigned To", owner);
        Field("Captured", Day(captured));
        if (isStarted)
        {
            Field("Started", Day(DaysAgo(random.Next(1, 8))));
        }

        Field("Target Date", Day(DaysAgo(-random.Next(1, 60))));
        Field("Status", isStarted ? "In Progress" : "To Do");
    }

    private void Deferred(int impact, int effort)
    {
        Field("Proposed Solution", $"Rewrite the {effort + 1} parts that change most");
        Field("Expected Outcome", $"{impact}0% less time spent on repairs");
        Field("Captured", Day(DaysAgo(random.Next(8, 80))));
        Field("Status", "Deferred");
        Field("Reason", $"waits for version {random.Next(2, 9)} of the platform");
        Field("Review Date", Day(DaysAgo(-random.Next(5, 90))));
    }

    private void Done(int effort)
    {
        var completed = DaysAgo(random.Next(1, 84));
        var before = random.Next(20, 90);
        var saved = effort * random.Next(2, 9);
        Field("Assigned To", Any(Vocabulary.Owners));
        Field("Captured", Day(completed.AddDays(-random.Next(5, 90))));
        Field("Completed", Day(completed));
        Field("Time Spent", $"{effort} {(effort == 1 ? "hour" : "hours")}");
        Field("Measured Impact", $"p95 {before} s → {before / 4} s");
        Field("Hours Saved", $"{saved} hours");
        Field("ROI", $"{saved / effort}×");
        Field("Status", "Done");
    }

    private void Heading()
    {
        var title = Vocabulary.Title(written);
        written++;
        text.Append("\n### [IMP-").Append(written.ToString("D5", CultureInfo.InvariantCulture)).Append("] ");
        text.Append(title).Append("\n\n");
    }

    private void Field(string label, string value) =>
        text.Append("- **").Append(label).Append(":** ").Append(value).Append('\n');

    private string Any(string[] choices) => choices[random.Next(choices.Length)];

    private static int Score(int impact, int effort) => impact * (11 - effort);

    private static DateOnly DaysAgo(int days) => AsOf.AddDays(-days);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
