using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>
/// A team's backlog over the years; each step is one commit. In about ten steps per week, three improvements are
/// captured and two executed; completions are pruned after 30 days. The same seed gives the same text on every machine.
/// </summary>
internal sealed class EvolvingBacklog
{
    private const int Seed = 20_260_302;

    private const int FirstStock = 122;

    /// <summary>The steps between two large cleanups: almost three years.</summary>
    private const int StepsToTidying = 1_500;

    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private readonly Random random = new(Seed);
    private readonly List<WrittenItem> items = [];
    private DateOnly today;
    private DateOnly pruned;
    private int captured;
    private int executed;
    private int steps;

    /// <summary>Creates the improvements of the first commit.</summary>
    public EvolvingBacklog(DateOnly day)
    {
        today = pruned = day;
        while (items.Count < FirstStock)
        {
            Capture(day.AddDays(-random.Next(1, 60)));
        }
    }

    /// <summary>Applies one commit of that day, and returns its message.</summary>
    public string Step(DateOnly day)
    {
        today = day;
        if (day >= pruned.AddDays(7))
        {
            pruned = day;
            var before = items.Count;
            items.RemoveAll(item => item.Stage == Stage.Done && item.Since.AddDays(Retention.Days) < day);
            if (items.Count < before)
            {
                return $"Prune {before - items.Count} completions";
            }
        }

        // More is dropped when the list is long.
        var excess = items.Count(item => item.Stage != Stage.Done) - UsualStock;
        steps++;
        return random.Next(100) switch
        {
            < 29 => Capture(day),
            < 49 => Start(),
            < 69 => Complete(),
            < 79 => excess > -15 ? Drop(1 + Math.Max(0, excess / 8)) : Capture(day),
            < 81 => Defer(),
            < 83 => Reopen(),
            < 88 => Rescore(),
            < 89 => Retitle(),
            _ => Refine(),
        };
    }

    /// <summary>The target number of open items: it rises to 195 and starts again, which makes a file of 80 to 140 kB.</summary>
    private int UsualStock => FirstStock + (steps % StepsToTidying / 20);

    /// <summary>The whole file.</summary>
    public byte[] Write()
    {
        var text = new StringBuilder(capacity: 160_000);
        text.Append("# Improvements\n\n- **Last Updated:** ").Append(Day(today));
        text.Append("\n- **Total Items:** ").Append(items.Count);
        text.Append("\n- **Execution Rate:** ")
            .Append(CultureInfo.InvariantCulture, $"{100.0 * executed / captured:F0}% ({executed} of {captured})\n");
        Section(text, "High Priority", item => IsActive(item) && item.Score >= 70);
        Section(text, "Medium Priority", item => IsActive(item) && item.Score is >= 40 and < 70);
        Section(text, "Low Priority", item => IsActive(item) && item.Score < 40);
        Section(text, "Deferred", item => item.Stage == Stage.Deferred);
        Section(text, "Completed (Last 30 Days)", item => item.Stage == Stage.Done);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Section(StringBuilder text, string title, Func<WrittenItem, bool> belongs)
    {
        text.Append("\n## ").Append(title).Append('\n');
        foreach (var item in items.Where(belongs).OrderByDescending(item => item.Score).ThenBy(item => item.Number))
        {
            text.Append(item.Text);
        }
    }

    private string Capture(DateOnly day)
    {
        var item = new WrittenItem(captured + 1, Vocabulary.Title(captured), day);
        captured++;
        item.Rate(random.Next(2, 11), random.Next(1, 9));
        item.Set("Category", Any(Vocabulary.Categories));
        item.Set("Current State", SentenceCases.Problem(random));
        item.Set("Proposed Solution", SentenceCases.Solution(random));
        item.Set("Expected Outcome", $"{item.Impact}0% less waiting, {item.Effort + 1} fewer calls a day");
        item.Set("Assigned To", Any(Vocabulary.Owners));
        item.Set("Captured", Day(day));
        item.Set("Target Date", Day(day.AddDays(random.Next(20, 120))));
        item.Move(Stage.Open, day, "To Do");
        items.Add(item);
        return $"Capture {item.Title}";
    }

    private string Start()
    {
        var item = Pick(item => item.Stage == Stage.Open, best: 12);
        if (item is null || items.Count(other => other.Stage == Stage.InProgress) >= 10)
        {
            return Refine();
        }

        item.Set("Started", Day(today));
        item.Move(Stage.InProgress, today, "In Progress");
        return $"Start {item.Title}";
    }

    private string Complete()
    {
        if (Pick(item => item.Stage == Stage.InProgress, best: 3) is not { } item)
        {
            return Start();
        }

        executed++;
        var before = random.Next(20, 90);
        var saved = item.Effort * random.Next(2, 9);
        item.Remove("Target Date");
        item.Set("Completed", Day(today));
        item.Set("Time Spent", $"{item.Effort} {(item.Effort == 1 ? "hour" : "hours")}");
        item.Set("Measured Impact", $"p95 {before} s → {before / 4} s");
        item.Set("Hours Saved", $"{saved} hours");
        item.Set("ROI", $"{saved / item.Effort}×");
        item.Move(Stage.Done, today, "Done");
        return $"Complete {item.Title}";
    }

    private string Drop(int count)
    {
        // The oldest items are removed without a trace in the file.
        WrittenItem[] dropped =
        [
            .. items.Where(item => item.Stage is Stage.Open or Stage.Deferred).OrderBy(item => item.Since).Take(count),
        ];
        items.RemoveAll(item => dropped.Contains(item));
        return $"Drop {dropped.Length} without use";
    }

    private string Defer()
    {
        if (Pick(item => item.Stage == Stage.Open && item.Score < 40, best: 20) is not { } item)
        {
            return Refine();
        }

        item.Set("Reason", $"waits for version {random.Next(2, 9)} of the platform");
        item.Set("Review Date", Day(today.AddDays(random.Next(20, 90))));
        item.Move(Stage.Deferred, today, "Deferred");
        return $"Defer {item.Title}";
    }

    private string Reopen()
    {
        if (Pick(item => item.Stage is Stage.Deferred or Stage.Done, best: 40) is not { } item)
        {
            return Refine();
        }

        executed -= item.Stage == Stage.Done ? 1 : 0;
        foreach (var label in (string[])["Reason", "Review Date", "Completed", "Started", "Measured Impact", "ROI"])
        {
            item.Remove(label);
        }

        item.Move(Stage.Open, today, "To Do");
        return $"Reopen {item.Title}";
    }

    private string Rescore()
    {
        var item = Pick(IsActive, best: FirstStock)!;
        var impact = Math.Clamp(item.Impact + random.Next(-2, 3), 1, 10);
        item.Rate(impact, impact == item.Impact ? (item.Effort % 10) + 1 : item.Effort);
        return $"Rescore {item.Title}";
    }

    private string Retitle()
    {
        var item = Pick(IsActive, best: FirstStock)!;
        item.Retitle($"{item.Title} again");
        return $"Retitle {item.Title}";
    }

    private string Refine()
    {
        var item = Pick(IsActive, best: FirstStock)!;
        item.Set("Proposed Solution", SentenceCases.Solution(random));
        item.Set("Current State", SentenceCases.Problem(random));
        return $"Refine {item.Title}";
    }

    /// <summary>One of the items with the best scores.</summary>
    private WrittenItem? Pick(Func<WrittenItem, bool> wanted, int best)
    {
        WrittenItem[] found = [.. items.Where(wanted).OrderByDescending(item => item.Score).Take(best)];
        return found.Length == 0 ? null : found[random.Next(found.Length)];
    }

    private static bool IsActive(WrittenItem item) => item.Stage is Stage.Open or Stage.InProgress;

    private string Any(string[] choices) => choices[random.Next(choices.Length)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
