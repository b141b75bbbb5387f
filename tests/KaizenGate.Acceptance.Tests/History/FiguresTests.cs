using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.History;

public sealed class FiguresTests(PackedTool tool)
{
    [Fact]
    public async Task The_figures_agree_with_the_patches()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);
        var patches = await repository.GitAsync("log", "--patch", "--", "IMPROVEMENTS.md");
        var captured = Count(patches, @"^\+### \[(IMP-\d+)\]");
        var completed = Count(patches, @"^\+(- \*\*Status:\*\* Done)");
        var rejected = Count(patches, @"^\+(- \*\*Status:\*\* Rejected)");

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--format", "json"));

        // 24 captured, 3 of them rejected: 21 identified. 13 departures in 12 weeks; 11 are open.
        Assert.Equal((24, 10, 3), (captured, completed, rejected));
        Assert.Equal(captured - rejected, verdict.Figure("identified"));
        Assert.Equal(completed, verdict.Figure("executed"));
        Assert.Equal(10 / 21d, verdict.Figure("executionRate")!.Value, 12);
        Assert.Equal(11, verdict.Figure("open"));
        Assert.Equal(11 / (13 / 12d), verdict.Figure("drainWeeks")!.Value, 12);
    }

    [Fact]
    public async Task The_text_contains_the_same_figures()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);

        var outcome = await repository.CheckAsync(tool);

        Assert.Contains("11 open", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("21 identified · 10 executed", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("execution rate 48%", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("drain time 10 weeks", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_flow_rules_use_the_figures()
    {
        using var repository = await GitRepository.CreateAsync();
        await TenWeeks.CommitAsync(repository);

        var verdict = JsonVerdict.Of(await repository.CheckAsync(tool, "--format", "json"));

        // 10 of 17 executed in the window: below two thirds, which is an info.
        Assert.Null(verdict.WhyNot("KZ301"));
        Assert.Contains("KZ301", verdict.Rules);
        Assert.Null(verdict.WhyNot("KZ302"));
    }

    /// <summary>The number of different matches, or of all matches in lines without a name.</summary>
    private static int Count(string patches, string pattern)
    {
        var found = Regex.Matches(patches, pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        return pattern.Contains("IMP", StringComparison.Ordinal) ? found.Distinct().Count() : found.Count();
    }
}
