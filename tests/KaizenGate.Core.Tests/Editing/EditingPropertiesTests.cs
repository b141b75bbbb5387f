using System.Text;
using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Editing;

public sealed class EditingPropertiesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly FieldDefinition[] Texts =
    [
        FieldCatalog.Owner,
        FieldCatalog.ProposedSolution,
        FieldCatalog.MeasuredImpact,
        FieldCatalog.Reason,
    ];

    private static readonly string[] LineBreaks = ["\n", "\r\n", "\r"];

    /// <summary>Backlogs of headings, tasks and rows in three sections, with all line endings.</summary>
    private static readonly Gen<string> Backlogs = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        Gen.Int[0, 2],
        Gen.Int[0, 3],
        Gen.Int[0, 2].Select(index => LineBreaks[index]),
        Gen.Bool,
        (high, low, done, shape, newLine, ends) => Write(high, low, done, shape, newLine, ends)
    );

    [Fact]
    public void Setting_a_field_changes_only_its_item_and_removing_it_restores_the_bytes() =>
        Gen.Select(Backlogs, Gen.Int[0, 3].Select(index => Texts[index]), Gen.Int[0, 20])
            .Sample(
                (text, field, pick) =>
                {
                    var before = Read(text);
                    if (before.Backlog.Improvements.IsEmpty)
                    {
                        return;
                    }

                    var item = before.Backlog.Improvements[pick % before.Backlog.Improvements.Length];
                    if (item.Form == ImprovementForm.TableRow || item.Fields.Any(one => one.Definition == field))
                    {
                        return;
                    }

                    var after = before.With(ItemFields.Set(before, item, field, "quokka 12"));
                    EditCheck.OnlyThese(before, after, item.Key);
                    var now = after.Find(item.Key)!;
                    Assert.Contains(now.Fields, one => one.Definition == field && one.Text == "quokka 12");
                    if (item.Fields.Length > 0)
                    {
                        Assert.Equal(text, after.With(ItemFields.Set(after, now, field, null)).Text);
                    }
                },
                iter: 400
            );

    [Fact]
    public void Completing_an_item_is_read_as_asked_and_loses_no_line() =>
        Gen.Select(Backlogs, Gen.Int[0, 20])
            .Sample(
                (text, pick) =>
                {
                    var before = Read(text);
                    var open = before.Backlog.Improvements.Where(item => item.IsOpen).ToList();
                    if (open.Count == 0 || open[pick % open.Count].Form == ImprovementForm.TableRow)
                    {
                        return;
                    }

                    var item = open[pick % open.Count];
                    var after = Transitions.Done(before, item, Today, 3, "p95 30 s → 5 s", "15 h");
                    var now = after.Find(item.Key)!;
                    Assert.Equal(Status.Done, now.Status);
                    Assert.Equal(Today, now.Completed?.Value);
                    Assert.Equal((30, 5), (now.MeasuredImpact?.Value.Before, now.MeasuredImpact?.Value.After));
                    Assert.Equal(3, now.TimeSpent?.Value);
                    Assert.Equal(5, now.Roi?.Value);
                    Assert.Equal(before.Backlog.Improvements.Length, after.Backlog.Improvements.Length);
                },
                iter: 400
            );

    [Fact]
    public void A_captured_item_is_read_as_given() =>
        Gen.Select(Backlogs, Gen.Int[1, 10], Gen.Int[1, 10])
            .Sample(
                (text, impact, effort) =>
                {
                    var before = Read(text);
                    var item = new NewItem(
                        "Quokka zeppelin",
                        [(FieldCatalog.Impact, $"{impact}"), (FieldCatalog.Effort, $"{effort}")]
                    )
                    {
                        Captured = Today,
                    };
                    var after = item.AddTo(before, "IMP-900");
                    var now = after.Find("IMP-900")!;
                    Assert.Equal(impact * (11 - effort), now.Score);
                    if (now.Section?.Priority is { } priority)
                    {
                        Assert.Equal(Scoring.Default.PriorityOf(impact * (11 - effort)), priority);
                    }
                },
                iter: 400
            );

    private static EditableBacklog Read(string text) =>
        EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default);

    private static string Write(int high, int low, int done, int shape, string newLine, bool ends)
    {
        var text = new StringBuilder("# Backlog\n\n");
        var number = 0;
        Section("High Priority", high);
        Section("Low Priority", low);
        Section("Completed", done);
        var result = text.ToString().TrimEnd('\n') + (ends ? "\n" : "");
        return result.Replace("\n", newLine, StringComparison.Ordinal);

        void Section(string title, int count)
        {
            text.Append($"## {title}\n\n");
            if (shape == 3 && count > 0)
            {
                text.Append("| ID | Improvement | Impact | Effort | Status |\n| --- | --- | --- | --- | --- |\n");
            }

            for (var index = 0; index < count; index++)
            {
                var (id, isDone) = ($"IMP-{++number:000}", title == "Completed");
                text.Append(
                    shape switch
                    {
                        0 =>
                            $"### [{id}] Thing {number}\n\n- **Impact:** 9/10\n- **Effort:** {number}/10\n- **Status:** {(isDone ? "Done" : "To Do")}\n\n",
                        1 => $"### {id}: Thing {number}\n\n**Impact:** 9  \n**Effort:** {number}\n\nSome words.\n\n",
                        2 => $"- [{(isDone ? "x" : " ")}] {id}: Thing {number}\n  - Impact: 9\n  - [ ] a part\n",
                        _ => $"| {id} | Thing {number} | 9 | {number} | {(isDone ? "Done" : "Open")} |\n",
                    }
                );
            }

            text.Append(text[^2] == '\n' ? "" : "\n");
        }
    }
}
