using System.Globalization;
using System.Text;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Signals;
using KaizenGate.Core.Tests.History;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Harvesting;

/// <summary>Counting in commits, and in reports of tests and warnings.</summary>
public sealed class MinerTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_revert_within_a_week_counts_at_its_component()
    {
        using var git = new GitSandbox();
        git.Write("src/pay/a/A.cs", "1").CommitWith("2026-02-01T09:00:00Z", "First");
        git.Write("src/pay/a/A.cs", "2").CommitWith("2026-02-02T09:00:00Z", "Change");
        git.Write("src/pay/a/A.cs", "1")
            .CommitWith("2026-02-04T09:00:00Z", $"Revert \"Change\"\n\nThis reverts commit {git.Head}.");
        git.Write("src/pay/a/A.cs", "3").CommitWith("2026-02-05T09:00:00Z", "Late");
        git.Write("src/pay/a/A.cs", "1")
            .CommitWith("2026-02-25T09:00:00Z", $"Revert \"Late\"\n\nThis reverts commit {git.Head}.");

        Assert.Equal(["git|reverted|src/pay 2026-02-04 1"], Mine(git));
    }

    [Fact]
    public void A_revert_that_was_reverted_does_not_count()
    {
        using var git = new GitSandbox();
        git.Write("src/pay/A.cs", "1").CommitWith("2026-02-01T09:00:00Z", "First");
        git.Write("src/pay/A.cs", "2").CommitWith("2026-02-02T09:00:00Z", "Change");
        git.Write("src/pay/A.cs", "1")
            .CommitWith("2026-02-03T09:00:00Z", $"Revert \"Change\"\n\nThis reverts commit {git.Head}.");
        git.Write("src/pay/A.cs", "2")
            .CommitWith("2026-02-03T10:00:00Z", $"Revert \"Revert \"Change\"\"\n\nThis reverts commit {git.Head}.");

        Assert.Empty(Mine(git));
    }

    [Fact]
    public void Three_fixes_of_a_file_within_a_week_count()
    {
        using var git = new GitSandbox();
        for (var day = 1; day <= 4; day++)
        {
            git.Write("src/Cart.cs", $"{day}")
                .Write("CHANGELOG.md", $"{day}")
                .CommitWith($"2026-02-0{day}T09:00:00Z", day == 2 ? "fix typo" : $"fix(cart): the total {day}");
        }

        git.Write("src/Cart.cs", "9").CommitWith("2026-02-20T09:00:00Z", "Fix the total again");

        Assert.Equal(
            [
                "git|fixedAgain|src/Cart.cs 2026-02-01 1",
                "git|fixedAgain|src/Cart.cs 2026-02-03 1",
                "git|fixedAgain|src/Cart.cs 2026-02-04 1",
            ],
            Mine(git)
        );
    }

    [Fact]
    public void Old_comments_count_by_file()
    {
        using var git = new GitSandbox();
        git.Write("src/Old.cs", "// TODO a\n// FIXME b\n// TODOS\n// HACK c\n")
            .CommitWith("2025-03-05T09:00:00Z", "First");
        git.Write("src/Old.cs", "// TODO a\n// FIXME b\n// TODOS\n// HACK c\n// TODO new\n")
            .Write("src/New.cs", "// TODO a\n// TODO b\n// TODO c\n")
            .CommitWith("2026-02-05T09:00:00Z", "Second");

        Assert.Equal(["git|todo|src/Old.cs 2026-03-02 3"], Mine(git));
    }

    [Fact]
    public void A_test_that_fails_between_passes_is_flaky_and_one_that_broke_is_not()
    {
        var outcomes = new[] { "pfp", "ppp", "pfp", "pff", "fpf", "pfp", "ppp" };
        for (var run = 0; run < outcomes[0].Length; run++)
        {
            Report($"r{run}.xml", run + 1, [.. outcomes.Select((all, at) => ($"T{at}", all[run] == 'f', 1d))]);
        }

        Assert.Equal(
            [
                "tests|flaky|Shop.T0 2026-02-02 1",
                "tests|flaky|Shop.T2 2026-02-02 1",
                "tests|flaky|Shop.T5 2026-02-02 1",
            ],
            MineTests()
        );
    }

    [Fact]
    public void A_repeated_test_is_flaky()
    {
        File.WriteAllText(
            scratch.PathOf("r.xml"),
            """
            <testsuite timestamp="2026-02-03T09:00:00"><testcase classname="Shop" name="T(1, &quot;secret&quot;)" time="1">
            <flakyFailure message="no">trace</flakyFailure><flakyFailure/></testcase>
            <testcase classname="Shop" name="Skipped"><failure/><skipped/></testcase></testsuite>
            """
        );

        Assert.Equal(["tests|flaky|Shop.T 2026-02-03 2"], MineTests());
    }

    [Fact]
    public void A_run_over_three_times_the_median_is_slow()
    {
        for (var run = 1; run <= 8; run++)
        {
            Report($"r{run}.xml", run, ("Quick", false, run == 7 ? 9 : 2), ("Tiny", false, run == 7 ? 0.9 : 0.1));
        }

        Assert.Equal(["tests|slow|Shop.Quick 2026-02-07 1"], MineTests());
    }

    [Fact]
    public void Results_of_Visual_Studio_are_read()
    {
        for (var run = 1; run <= 3; run++)
        {
            File.WriteAllText(
                scratch.PathOf($"r{run}.trx"),
                $"""
                <?xml version="1.0"?><TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
                <Times creation="2026-02-0{run}T09:00:00Z" start="2026-02-0{run}T09:00:00Z" /><Results>
                <UnitTestResult testName="Shop.Total" outcome="{(
                    run == 2 ? "Failed" : "Passed"
                )}" duration="00:00:01.5000000" />
                <UnitTestResult testName="Shop.Other" outcome="NotExecuted" /></Results></TestRun>
                """
            );
        }

        Assert.Equal(["tests|flaky|Shop.Total 2026-02-02 1"], MineTests());
    }

    [Fact]
    public void Reports_that_cannot_be_read_are_counted()
    {
        File.WriteAllText(scratch.PathOf("a.xml"), "<!DOCTYPE x [<!ENTITY a 'b'>]><testsuite/>");
        File.WriteAllText(scratch.PathOf("b.xml"), "not XML");
        File.WriteAllText(scratch.PathOf("c.xml"), "<testsuites/>");
        var signals = new MinedSignals();

        new TestMiner().Mine(Directory.GetFiles(scratch.Path), signals);

        Assert.Equal(["0 test reports, 3 unreadable, 0 tests"], signals.Scanned);
    }

    [Fact]
    public void Warnings_count_by_rule()
    {
        var result = "{\"ruleId\":\"CA1062\",\"level\":\"warning\",\"message\":{\"text\":\"a\"}}";
        File.WriteAllText(
            scratch.PathOf("a.sarif"),
            $$"""
            {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"CA1062"}]} },"results":[{{result}},{{result}},
            {"ruleId":"CA1000","suppressions":[{"kind":"inSource"}]},{"ruleId":"CA1001","suppressions":[]},
            {"ruleId":"CA1002","baselineState":"absent"},{"ruleId":"CA1003","level":"none"},7] }] }
            """
        );
        File.WriteAllText(
            scratch.PathOf("b.log"),
            "a.cs(1,2): warning CS0168: unused [a.csproj]\na.cs(1,2): warning CS0168: unused [a.csproj]\nb.cs(3,4): warning CS0168: unused [a.csproj]\n"
        );
        File.WriteAllText(scratch.PathOf("c.sarif"), "{\"runs\":[{\"results\":");
        var signals = new MinedSignals();

        new WarningMiner().Mine(Directory.GetFiles(scratch.Path), signals);

        Assert.Equal(["2 reports of warnings, 1 unreadable, 5 warnings"], signals.Scanned);
        var digest = signals.ToDigest();
        Assert.Equal(
            [("warnings|rule|CA1001", 1), ("warnings|rule|CA1062", 2), ("warnings|rule|CS0168", 2)],
            digest.Keys.Select(key => (key, digest.Of(key).Values.Single().Count)).Order()
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9.9, 1)]
    [InlineData(10, 2)]
    [InlineData(45, 4)]
    [InlineData(2559, 9)]
    [InlineData(100_000, 10)]
    public void The_impact_grows_with_the_logarithm_of_the_minutes(double minutes, int expected) =>
        Assert.Equal(expected, Candidate.ImpactOf(minutes));

    private static IEnumerable<string> Mine(GitSandbox sandbox)
    {
        var opened = (OpenedRepository)
            GitRepository.Open(
                GitProgram.Find(sandbox.UserEnvironment),
                sandbox.Folder,
                sandbox.UserEnvironment,
                inheritsRepository: false
            );
        var signals = new MinedSignals();
        new GitMiner(opened.Git, Today).Mine(signals);
        return Lines(signals.ToDigest());
    }

    private IEnumerable<string> MineTests()
    {
        var signals = new MinedSignals();
        new TestMiner().Mine(Directory.GetFiles(scratch.Path), signals);
        return Lines(signals.ToDigest());
    }

    private static IEnumerable<string> Lines(SignalDigest digest) =>
        digest
            .Keys.SelectMany(key => digest.Of(key).Select(day => $"{key} {day.Key:yyyy-MM-dd} {day.Value.Count}"))
            .Order(StringComparer.Ordinal);

    private void Report(string name, int day, params (string Name, bool Failed, double Seconds)[] tests)
    {
        var text = new StringBuilder($"<testsuites><testsuite name=\"Shop\" timestamp=\"2026-02-0{day}T09:00:00\">");
        foreach (var (test, failed, seconds) in tests)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<testcase classname=\"Shop\" name=\"{test}\" time=\"{seconds}\">{(failed ? "<failure message=\"no\"/>" : "")}</testcase>"
            );
        }

        File.WriteAllText(scratch.PathOf(name), $"{text}</testsuite></testsuites>");
    }
}
