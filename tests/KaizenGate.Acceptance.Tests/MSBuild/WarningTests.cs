namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>
/// The warning properties of the compiler apply to codes of the gate, with one framework and with two. What makes all warnings errors
/// does not fail a build whose gate passed. The projects of a solution have a backlog each, so one build runs many gates.
/// </summary>
public sealed class WarningTests(PackedTool tool, PackedMSBuild packed) : IDisposable
{
    private const string One = "TargetFramework=net10.0";
    private const string Two = "TargetFrameworks=net10.0;net9.0";
    private const string Warned = $"{Backlogs.File}(14,15): warning KZ202";
    private const string Told = $"{Backlogs.File}(14,15): message KZ202";

    private readonly Consumer consumer = new Consumer(packed).With(tool);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_warning_is_shown_once_and_does_not_fail_the_build_unless_it_is_disabled()
    {
        string[][] shown =
        [
            [One],
            [One, "TreatWarningsAsErrors=true"],
            [One, "MSBuildTreatWarningsAsErrors=true"],
            [One, "KaizenGateTreatWarningsAsErrors=true", "WarningsNotAsErrors=KZ202"],
            [Two],
            [Two, "TreatWarningsAsErrors=true"],
            [Two, "WarningsAsErrors=KZ203;KZ101"],
        ];
        string[][] hidden =
        [
            [One, "NoWarn=CS1591;KZ202"],
            [Two, "NoWarn=KZ202", "KaizenGateTreatWarningsAsErrors=true"],
            [Two, "MSBuildWarningsAsMessages=KZ202"],
        ];
        var names = WriteWarnings([.. shown, .. hidden]);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.All(names[..shown.Length], name => ExpectOnce(outcome, Path.Join(name, Warned)));
        Assert.All(
            names[shown.Length..],
            name => Assert.Equal(0, Consumer.Times(outcome, consumer.PathOf(Path.Join(name, Backlogs.File))))
        );
        Assert.Contains($"    {shown.Length} Warning(s)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_as_error_fails_the_build_and_an_error_cannot_be_hidden()
    {
        var names = WriteWarnings(
            [One, "KaizenGateTreatWarningsAsErrors=true"],
            [One, "WarningsAsErrors=CS0168,KZ202"],
            [One, "MSBuildWarningsAsErrors=KZ202"],
            [Two, "KaizenGateTreatWarningsAsErrors=true"],
            [Two, "WarningsAsErrors=kz202"],
            [One, "NoWarn=KZ202"]
        );
        consumer.Write($"{names[^1]}/kaizen.json", "{ }");

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.All(names, name => ExpectOnce(outcome, Path.Join(name, Backlogs.Fault)));
        Assert.Contains($"    {names.Length} Error(s)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_make_all_warnings_errors_do_not_fail_a_passed_gate()
    {
        var names = WriteWarnings([One], [One], [One, "KaizenGateFailOn=never"]);
        consumer.Write($"{names[1]}/kaizen.json", """{ "profile": "advisory" }""");
        consumer.Write($"{names[2]}/kaizen.json", """{ "profile": "recommended" }""");
        (await consumer.DotNetAsync("restore")).MustSucceed();

        await ExpectAsync("-warnaserror", Told);
        await ExpectAsync("-p:MSBuildTreatWarningsAsErrors=true", Told);
        await ExpectAsync("-p:TreatWarningsAsErrors=true", Warned);

        async Task ExpectAsync(string option, string finding)
        {
            // Several processes of MSBuild, of which only the first knows of -warnaserror.
            var outcome = await consumer.DotNetAsync("build", "--no-restore", "-m:4", option);

            Assert.True(outcome.ExitCode == 0, outcome.ToString());
            Assert.All(names, name => ExpectOnce(outcome, Path.Join(name, finding)));
            Assert.Contains($"    {(finding == Told ? 0 : 3)} Warning(s)", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Properties_of_the_command_line_apply()
    {
        await consumer.RestoredLibraryAsync(".");
        consumer.Write("kaizen.json", "{ }").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var warned = await consumer.CheckAsync(".", "-p:KaizenGateFailOn=never;TreatWarningsAsErrors=true");
        var told = await consumer.CheckAsync(".", "-p:KaizenGateFailOn=never;MSBuildTreatWarningsAsErrors=true");

        Assert.True(warned.ExitCode == 0, warned.ToString());
        ExpectOnce(warned, Warned);
        Assert.True(told.ExitCode == 0, told.ToString());
        ExpectOnce(told, Told);
    }

    [Fact]
    public async Task The_command_line_switch_applies()
    {
        await consumer.RestoredLibraryAsync(".");
        WriteWarning(".");

        var outcome = await consumer.DotNetAsync("build", "--no-restore", "-warnaserror:KZ202");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        ExpectOnce(outcome, Backlogs.Fault);
    }

    [Fact]
    public async Task Projects_that_treat_warnings_differently_share_one_run()
    {
        WriteWarning(".");
        consumer
            .Library("strict/strict.csproj", "KaizenGateTreatWarningsAsErrors=true")
            .Library("lax/lax.csproj")
            .Solution("strict/strict.csproj", "lax/lax.csproj");

        var outcome = await consumer.DotNetAsync("build", "-v:detailed");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Warning(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Writes a solution of projects whose backlogs have a warning each.</summary>
    /// <returns>The names of their folders.</returns>
    private string[] WriteWarnings(params string[][] properties)
    {
        string[] names = [.. properties.Select((_, index) => $"project{index:00}")];
        foreach (var (name, own) in names.Zip(properties))
        {
            WriteWarning(name);
            consumer.Library($"{name}/{name}.csproj", own);
        }

        consumer.Solution(names.Select(name => $"{name}/{name}.csproj"));
        return names;
    }

    private void WriteWarning(string folder) =>
        consumer
            .Write($"{folder}/kaizen.json", """{ "rules": { "KZ202": "warning" } }""")
            .Write($"{folder}/{Backlogs.File}", Backlogs.ImpactOutOfRange);

    private void ExpectOnce(Outcome outcome, string finding) =>
        Assert.True(Consumer.Times(outcome, consumer.PathOf(finding)) == 1, $"{finding}\n{outcome}");
}
