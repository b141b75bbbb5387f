using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing.Workflow;

/// <summary>In the week from Monday, 2 March 2026, to Friday, 6 March.</summary>
public sealed class TargetDatesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kaizen-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_planned_improvement_gets_the_Friday_and_nothing_else_changes()
    {
        const string Text =
            "# Backlog\r\n\r\n### [A-1] Cache it\r\n\r\n- **Impact:** 8/10\r\n- **Effort:** 2/10\r\n- **Status:** To Do\r\n"
            + "\r\n### [A-2] Rewrite it  \r\n\r\n- **Impact:** 4/10\r\n- **Effort:** 9/10\r\n";
        var file = Write("a.md", Text);

        var plan = PlanOf(file);
        var edits = TargetDates.Write(plan, ReadingOptions.Default);

        var now = File.ReadAllText(file.FullPath);
        Assert.Equal(Text, now.Replace("- **Target Date:** 2026-03-06\r\n", "", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 3, 6), Read(file).Improvements[0].TargetDate?.Value);
        Assert.Null(Read(file).Improvements[1].TargetDate);
        Assert.Equal(["A-1"], TargetDates.Written(plan, edits).Select(item => item.Item.Id));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-06")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-06", "2026-03-06")]
    [InlineData("2026-03-07", "2026-03-06")]
    public void A_date_within_the_working_week_stays(string before, string after)
    {
        var file = Write(
            "a.md",
            $"| ID | Title | Impact | Effort | Target Date |\n| --- | --- | --- | --- | --- |\n| A-1 | Cache it | 8 | 2 | {before} |\n"
        );

        TargetDates.Write(PlanOf(file), ReadingOptions.Default);

        Assert.Equal(after, $"{Read(file).Improvements[0].TargetDate?.Value:yyyy-MM-dd}");
    }

    [Fact]
    public void A_second_run_writes_nothing()
    {
        var file = Write("a.md", "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n");
        TargetDates.Write(PlanOf(file), ReadingOptions.Default);
        var once = File.ReadAllText(file.FullPath);

        Assert.Empty(TargetDates.Wanting(PlanOf(file)));
        Assert.Empty(TargetDates.Write(PlanOf(file), ReadingOptions.Default));
        Assert.Equal(once, File.ReadAllText(file.FullPath));
    }

    [Fact]
    public void No_backlog_is_written_when_one_cannot_have_dates()
    {
        const string Good = "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n";
        var first = Write("a.md", Good);
        var second = Write(
            "b.md",
            "| ID | Title | Impact | Effort |\n| --- | --- | --- | --- |\n| B-1 | Ask | 9 | 1 |\n"
        );

        var error = Assert.Throws<InputException>(() =>
            TargetDates.Write(PlanOf(first, second), ReadingOptions.Default)
        );

        Assert.Contains("no column", error.Error.Message, StringComparison.Ordinal);
        Assert.Equal(Good, File.ReadAllText(first.FullPath));
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_shows_the_change()
    {
        const string Text = "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n";
        var file = Write("a.md", Text);

        var edits = TargetDates.Write(PlanOf(file), ReadingOptions.Default, isDryRun: true);

        Assert.Equal(Text, File.ReadAllText(file.FullPath));
        Assert.Contains("2026-03-06", Assert.Single(edits).Diff(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_improvements_with_one_id_are_both_written()
    {
        var file = Write(
            "a.md",
            "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n\n### [A-1] Ask users\n\n- Impact: 8\n- Effort: 1\n"
        );

        TargetDates.Write(PlanOf(file), ReadingOptions.Default);

        Assert.All(Read(file).Improvements, item => Assert.NotNull(item.TargetDate));
    }

    [Fact]
    public void An_improvement_completed_after_planning_is_not_changed()
    {
        var file = Write("a.md", "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n- Status: To Do\n");
        var plan = PlanOf(file);
        const string Done = "### [A-1] Cache it\n\n- Impact: 8\n- Effort: 2\n- Status: Done\n";
        File.WriteAllText(file.FullPath, Done);

        var edits = TargetDates.Write(plan, ReadingOptions.Default);

        Assert.Equal(Done, File.ReadAllText(file.FullPath));
        Assert.Empty(TargetDates.Written(plan, edits));
    }

    private SourceFile Write(string name, string text)
    {
        var path = Path.Join(folder, name);
        File.WriteAllText(path, text);
        return new SourceFile(path, name, name);
    }

    private static Backlog Read(SourceFile file) => BacklogReader.ReadFile(file, ReadingOptions.Default);

    private static Plan PlanOf(params SourceFile[] files) =>
        Plan.Of(files.Select(Read), Scoring.Default, Capacity.Of(GateSettings.Default), Sample.AsOf);
}
