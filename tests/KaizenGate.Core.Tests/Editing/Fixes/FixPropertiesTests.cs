using System.Globalization;
using System.Text;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Fixes;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>For any errors in a backlog the fixes, alone and together, leave nothing to fix and lose no improvement.</summary>
public sealed class FixPropertiesTests
{
    private const int Times = 100;

    private static readonly string[] Sections = ["High Priority", "Medium Priority", "Low Priority", "Completed"];

    private static readonly string[] LineBreaks = ["\n", "\r\n"];

    /// <summary>One improvement: its section, its values and its errors.</summary>
    private sealed record Entry(
        int Section,
        int Impact,
        int Effort,
        bool HasId,
        bool HasWrongScore,
        bool IsDone,
        bool HasWrongRoi
    );

    private static readonly Gen<Entry> Entries = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[1, 10],
        Gen.Int[1, 10],
        // Most have an id.
        Gen.Int[0, 4].Select(chance => chance > 0),
        Gen.Int[0, 4].Select(chance => chance > 0),
        Gen.Int[0, 4].Select(chance => chance == 0),
        Gen.Bool,
        (section, impact, effort, hasId, hasWrongScore, isDone, hasWrongRoi) =>
            new Entry(section, impact, effort, hasId, hasWrongScore, isDone, hasWrongRoi)
    );

    private static readonly Gen<string> Backlogs = Gen.Select(
        Entries.Array[0, 8],
        Gen.Int[0, 2],
        Gen.Int[0, 1].Select(index => LineBreaks[index]),
        Gen.Int[0, 9],
        (entries, shape, newLine, total) =>
            Text(WithScores(entries), shape, total).Replace("\n", newLine, StringComparison.Ordinal)
    );

    /// <summary>
    /// When several of the open scores are not what the formula gives, another formula may be meant, and it is for a person to say which:
    /// only the first one is wrong.
    /// </summary>
    private static Entry[] WithScores(Entry[] entries) =>
        [.. entries.Select((entry, index) => index == 0 ? entry : entry with { HasWrongScore = false })];

    public static TheoryData<string> Rules() => ["", .. Fix.All.Select(fix => fix.Rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Fixes_leave_no_findings_lose_nothing_and_are_idempotent(string rule)
    {
        string[] rules = rule.Length == 0 ? [] : [rule];
        var changed = 0;

        Backlogs.Sample(
            text =>
            {
                var once = Fixed.Of(text, rules);

                Assert.Empty(once.Left.Select(finding => $"{finding.Rule.Id} {finding.Message}"));
                var after = once.After.Backlog.Improvements;
                var before = Fixed.Of(text, "KZ000").After.Backlog.Improvements;
                Assert.Equal(Told(before), Told(after));
                Assert.Equal(Kept.Statuses(Fixed.Of(text, "KZ000").After), Kept.Statuses(once.After));
                Assert.Empty(Kept.LostWords(Fixed.Of(text, "KZ000").After, once.After));
                Assert.Empty(Ids(before).Except(Ids(after)));
                Assert.Equal(once.After.Text, Fixed.Of(once.After.Text, rules).After.Text);
                if (once.After.Text != text)
                {
                    Interlocked.Increment(ref changed);
                }
            },
            iter: Times
        );

        Assert.True(changed > Times / 10, $"only {changed} had anything to fix");
    }

    /// <summary>The ids, each with what it stands for; a fix gives new ones, and changes none.</summary>
    private static IEnumerable<(string, string)> Ids(IEnumerable<Improvement> items) =>
        items.Where(item => item.Id is not null).Select(item => (item.Id!, item.Title));

    /// <summary>What no fix may touch.</summary>
    private static IEnumerable<string> Told(IEnumerable<Improvement> items) =>
        items
            .Select(item => $"{item.Title} {item.Impact?.Value} {item.Effort?.Value} {item.TimeSpent?.Value}")
            .Order(StringComparer.Ordinal);

    private static string Text(Entry[] entries, int shape, int total)
    {
        var text = new StringBuilder("# Backlog\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Last Updated: 2026-01-05\n- Total Items: {total}\n\n");
        for (var section = 0; section < Sections.Length; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Sections[section]}\n\n");
            for (var number = 0; number < entries.Length; number++)
            {
                if (entries[number].Section == section)
                {
                    text.Append(Written(entries[number], number + 1, shape));
                }
            }

            text.Append(text[^2] == '\n' ? "" : "\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Written(Entry entry, int number, int shape)
    {
        // Not three words alike, or they would be taken for duplicates.
        var title = $"Thing{number} quokka{number}";
        var score = (entry.Impact * (11 - entry.Effort)) + (entry.HasWrongScore ? 1 : 0);
        var isDone = entry.IsDone || entry.Section == 3;
        var roi = entry.HasWrongRoi ? 7 : 5;
        List<string> fields =
        [
            $"Impact: {entry.Impact}/10",
            $"Effort: {entry.Effort}/10",
            $"Priority Score: {score}",
            .. isDone
                ? (string[])
                    [$"Completed: 2026-02-1{number}", "Time Spent: 2 hours", "Time Saved: 10 hours", $"ROI: {roi}×"]
                : [],
        ];
        var id = $"IMP-{number:000}";
        return shape switch
        {
            0 =>
                $"### {(entry.HasId ? $"[{id}] " : "")}{title}\n\n{string.Concat(fields.Select(Bold))}- **Status:** {(isDone ? "Done" : "To Do")}\n\n",
            1 =>
                $"### {(entry.HasId ? $"{id}: " : "")}{title}\n\nSome words.\n\n{string.Concat(fields.Select(field => $"- {field}\n"))}\n",
            _ =>
                $"- [{(isDone ? "x" : " ")}] {(entry.HasId ? $"{id}: " : "")}{title}\n{string.Concat(fields.Select(field => $"  - {field}\n"))}",
        };

        static string Bold(string field) => $"- **{field.Replace(":", ":**", StringComparison.Ordinal)}\n";
    }
}
