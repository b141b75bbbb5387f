using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Checking;

public sealed class OpenArchiveTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void What_is_moved_to_the_archive_stays_open()
    {
        var items = Enumerable.Range(1, 10).Select(Item).ToList();
        var all = Check(Text(items), null);
        var moved = Check(Text(items[..1]), Text(items[1..]));

        Assert.Equal((10, 10), (all.Figures.Open, moved.Figures.Open));
        Assert.Equal((all.Figures.Active, all.Figures.OpenDays), (moved.Figures.Active, moved.Figures.OpenDays));
        Assert.Contains(all.Findings, finding => finding.Rule.Id == "KZ305");
        Assert.Contains(moved.Findings, finding => finding.Rule.Id == "KZ305");
        Assert.Contains(moved.Findings, finding => finding.Rule.Id == "KZ911");
        Assert.DoesNotContain(all.Findings, finding => finding.Rule.Id == "KZ911");
    }

    [Fact]
    public void What_is_in_both_files_is_open_once()
    {
        var items = Enumerable.Range(1, 3).Select(Item).ToList();

        Assert.Equal(3, Check(Text(items), Text(items)).Figures.Open);
    }

    [Fact]
    public void Without_anything_else_the_backlog_is_not_empty()
    {
        var verdict = Check("# Improvements\n", Text([Item(1)]));

        Assert.Equal(1, verdict.Figures.Open);
        Assert.DoesNotContain(verdict.Findings, finding => finding.Rule.Id == "KZ102");
    }

    private static string Item(int number) =>
        $"### IMP-{number} Word{number}a word{number}b\n\n- **Captured:** 2025-06-0{number % 9 + 1}\n\n";

    private static string Text(IEnumerable<string> items) =>
        $"# Improvements\n\n## Medium Priority\n\n{string.Concat(items)}";

    private static Core.Checking.Verdict Check(string text, string? archive)
    {
        var backlog = BacklogReader.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default) with
        {
            Archive = archive is null
                ? null
                : BacklogReader.Read(SourceFile.Named("IMPROVEMENTS.archive.md"), archive, ReadingOptions.Default),
        };
        return Gate.Check(Gate.ByTheirDates([backlog], Today), GateSettings.Default, Today, "0.0.0");
    }
}
