namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>
/// The warning properties of the compiler apply to codes of the gate, with one framework and with two. What makes all warnings errors
/// does not fail a build whose gate passed.
/// </summary>
[Collection(Builds.Name)]
public sealed class WarningTests(PackedMSBuild packed) : IDisposable
{
    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Theory]
    [InlineData("net10.0", "")]
    [InlineData("net10.0", "TreatWarningsAsErrors=true")]
    [InlineData("net10.0", "MSBuildTreatWarningsAsErrors=true")]
    [InlineData("net10.0", "KaizenGateTreatWarningsAsErrors=true", "WarningsNotAsErrors=KZ202")]
    [InlineData("net10.0;net9.0", "")]
    [InlineData("net10.0;net9.0", "TreatWarningsAsErrors=true")]
    [InlineData("net10.0;net9.0", "WarningsAsErrors=KZ203;KZ101")]
    public async Task A_warning_is_shown_once_and_does_not_fail_the_build(string frameworks, params string[] properties)
    {
        var outcome = await BuildAsync(frameworks, properties);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, "warning KZ202"));
    }

    [Theory]
    [InlineData("net10.0", "KaizenGateTreatWarningsAsErrors=true")]
    [InlineData("net10.0", "WarningsAsErrors=CS0168,KZ202")]
    [InlineData("net10.0", "MSBuildWarningsAsErrors=KZ202")]
    [InlineData("net10.0;net9.0", "KaizenGateTreatWarningsAsErrors=true")]
    [InlineData("net10.0;net9.0", "WarningsAsErrors=kz202")]
    public async Task A_warning_as_error_fails_the_build(string frameworks, params string[] properties)
    {
        var outcome = await BuildAsync(frameworks, properties);

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, Backlogs.Fault));
    }

    [Theory]
    [InlineData("net10.0", "NoWarn=CS1591;KZ202")]
    [InlineData("net10.0;net9.0", "NoWarn=KZ202", "KaizenGateTreatWarningsAsErrors=true")]
    [InlineData("net10.0;net9.0", "MSBuildWarningsAsMessages=KZ202")]
    public async Task A_disabled_warning_is_not_shown(string frameworks, params string[] properties)
    {
        var outcome = await BuildAsync(frameworks, properties);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.DoesNotContain("KZ202", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-warnaserror")]
    [InlineData("-p:MSBuildTreatWarningsAsErrors=true")]
    public async Task A_warning_is_a_message_when_MSBuild_makes_all_warnings_errors(string option)
    {
        var outcome = await BuildAsync("net10.0", [], option);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, "message KZ202"));
        Assert.Contains("    0 Warning(s)", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("advisory", "-p:TreatWarningsAsErrors=true", "warning KZ202")]
    [InlineData("advisory", "-warnaserror", "message KZ202")]
    [InlineData("recommended", "-p:KaizenGateFailOn=never;TreatWarningsAsErrors=true", "warning KZ202")]
    [InlineData("recommended", "-p:KaizenGateFailOn=never;MSBuildTreatWarningsAsErrors=true", "message KZ202")]
    public async Task A_passed_gate_never_fails_the_build(string profile, string option, string finding)
    {
        consumer
            .Write("kaizen.json", $$"""{ "profile": "{{profile}}" }""")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange)
            .Library("shop.csproj");

        var outcome = await consumer.DotNetAsync("build", option);

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, finding));
    }

    [Fact]
    public async Task The_command_line_switch_applies()
    {
        var outcome = await BuildAsync("net10.0", [], "-warnaserror:KZ202");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Times(outcome, Backlogs.Fault));
    }

    [Fact]
    public async Task An_error_cannot_be_hidden()
    {
        consumer.Library("shop.csproj", "NoWarn=KZ202").Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        var outcome = await consumer.DotNetAsync("build");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Contains(Backlogs.Fault, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_that_treat_warnings_differently_share_one_run()
    {
        WriteWarning()
            .Library("strict/strict.csproj", "KaizenGateTreatWarningsAsErrors=true")
            .Library("lax/lax.csproj");
        (await consumer.DotNetAsync("new", "sln", "--name", "shop", "--format", "slnx")).MustSucceed();
        (await consumer.DotNetAsync("sln", "add", "strict/strict.csproj", "lax/lax.csproj")).MustSucceed();

        var outcome = await consumer.DotNetAsync("build", "-v:detailed");

        Assert.True(outcome.ExitCode == 1, outcome.ToString());
        Assert.Equal(1, Consumer.Runs(outcome));
        Assert.Contains("    1 Warning(s)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("    1 Error(s)", outcome.Output, StringComparison.Ordinal);
    }

    private Consumer WriteWarning() =>
        consumer
            .Write("kaizen.json", """{ "rules": { "KZ202": "warning" } }""")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

    private Task<Outcome> BuildAsync(string frameworks, string[] properties, params string[] options)
    {
        WriteWarning()
            .Library(
                "shop.csproj",
                [
                    $"TargetFramework{(frameworks.Contains(';', StringComparison.Ordinal) ? "s" : "")}={frameworks}",
                    .. properties.Where(property => property.Length > 0),
                ]
            );
        return consumer.DotNetAsync(["build", .. options]);
    }
}
