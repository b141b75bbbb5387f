using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Plans and reviews in all formats, byte for byte; <c>KAIZEN_TESTS_REFRESH=1</c> rewrites the golden files.</summary>
public sealed class PlanReportTests
{
    private static readonly Dictionary<string, Action<Stream>> Screens = new()
    {
        ["plan.txt"] = stream => PlanText.Write(PlanSamples.Plan, color: false, stream),
        ["plan-color.txt"] = stream => PlanText.Write(PlanSamples.Plan, color: true, stream),
        ["plan.md"] = stream => PlanMarkdown.Write(PlanSamples.Plan, stream),
        ["plan.json"] = stream => PlanJson.Contract.Write(stream, (PlanSamples.Plan, "0.1.0")),
        ["plan-overfull.txt"] = stream => PlanText.Write(PlanSamples.Overfull, color: false, stream),
        ["plan-empty.txt"] = stream => PlanText.Write(PlanSamples.Empty, color: false, stream),
        ["plan-hostile.txt"] = stream => PlanText.Write(PlanSamples.Hostile, color: false, stream),
        ["plan-hostile.md"] = stream => PlanMarkdown.Write(PlanSamples.Hostile, stream),
        ["review.txt"] = stream => ReviewText.Write(PlanSamples.Review, color: false, stream),
        ["review-color.txt"] = stream => ReviewText.Write(PlanSamples.Review, color: true, stream),
        ["review.md"] = stream => ReviewMarkdown.Write(PlanSamples.Review, stream),
        ["review.json"] = stream => ReviewJson.Contract.Write(stream, (PlanSamples.Review, "0.1.0")),
        ["review.slack.json"] = stream => ReviewSlack.Write(PlanSamples.Review, stream),
        ["review.teams.json"] = stream => ReviewTeams.Write(PlanSamples.Review, stream),
        ["review-hostile.slack.json"] = stream => ReviewSlack.Write(PlanSamples.Unknown, stream),
        ["review-hostile.teams.json"] = stream => ReviewTeams.Write(PlanSamples.Unknown, stream),
        ["review-unknown.txt"] = stream => ReviewText.Write(PlanSamples.Unknown, color: false, stream),
        ["review-unknown.md"] = stream => ReviewMarkdown.Write(PlanSamples.Unknown, stream),
    };

    public static TheoryData<string> Names => [.. Screens.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_and_Markdown_match_their_golden_files(string name)
    {
        var actual = Bytes(Screens[name]);
        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Reporting", "Golden", name);
        if (Repository.Refresh)
        {
            File.WriteAllBytes(path, actual);
        }

        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), Encoding.UTF8.GetString(actual));
    }

    [Fact]
    public void A_command_contains_nothing_of_a_hostile_id()
    {
        var text = Encoding.UTF8.GetString(Bytes(Screens["plan-hostile.txt"]));

        Assert.EndsWith("\nnext           dotnet kaizen start item-54e025d0\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_plan_counts_the_other_improvements()
    {
        var items = Enumerable.Range(0, 60).Select(at => Sample.Item($"item {at}", 9, 1));
        var plan = Plan.Of([Sample.Backlog(items)], Scoring.Default, new Capacity(20, 40), Sample.AsOf);
        var text = Encoding.UTF8.GetString(Bytes(stream => PlanText.Write(plan, color: false, stream)));

        Assert.Contains("  item 49\n  and 10 more (--json lists all)\n", text, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
