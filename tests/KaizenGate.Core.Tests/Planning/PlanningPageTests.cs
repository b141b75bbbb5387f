using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Planning;

/// <summary>docs/planning.md shows the output of the tool; <c>KAIZEN_TESTS_REFRESH=1</c> updates it.</summary>
public sealed class PlanningPageTests
{
    private const string Backlog = "```markdown backlog\n";
    private const string Screen = "```text plan\n";
    private const string End = "```\n";

    private static string PagePath => Repository.PathOf("docs", "planning.md");

    [Fact]
    public void The_plan_of_the_example_is_the_output_of_the_tool()
    {
        var page = File.ReadAllText(PagePath);
        var plan = Plan.Of(
            [BacklogReader.Read(SourceFile.Named("IMPROVEMENTS.md"), Part(page, Backlog), ReadingOptions.Default)],
            Scoring.Default,
            Capacity.Of(GateSettings.Default),
            Sample.AsOf
        );
        using var stream = new MemoryStream();
        PlanText.Write(plan, color: false, stream);
        var actual = Encoding.UTF8.GetString(stream.ToArray());
        if (Repository.Refresh)
        {
            File.WriteAllText(
                PagePath,
                page.Replace(Screen + Part(page, Screen), Screen + actual, StringComparison.Ordinal)
            );
            return;
        }

        Assert.Equal(Part(page, Screen), actual);
    }

    [Fact]
    public void The_effort_table_is_that_of_the_tool()
    {
        var efforts = Enumerable.Range(1, 10);

        Assert.Contains(
            $"\n| effort | {string.Join(" | ", efforts)} |\n| --- | {string.Join(" | ", efforts.Select(_ => "--:"))} |\n"
                + $"| hours | {string.Join(" | ", efforts.Select(effort => EffortTable.HoursOf(effort)))} |\n",
            File.ReadAllText(PagePath),
            StringComparison.Ordinal
        );
    }

    private static string Part(string page, string fence)
    {
        var start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf(End, start, StringComparison.Ordinal)];
    }
}
