using System.Xml.Linq;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary><c>dotnet run</c> builds, so the gate applies.</summary>
public sealed class RunTests(PackedMSBuild packed) : IDisposable
{
    private const string Greeting = "the shop is open";

    private readonly Consumer consumer = new(packed);

    public void Dispose() => consumer.Dispose();

    [Fact]
    public async Task A_failed_gate_prevents_the_run_of_a_project()
    {
        consumer
            .Project("shop.csproj", Consumer.Reference, "OutputType=Exe")
            .Write("Program.cs", $"System.Console.WriteLine(\"{Greeting}\");\n")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        ExpectNoRun(await consumer.DotNetAsync("run"));
        ExpectRun(await consumer.DotNetAsync("run", "-p:KaizenGateSkip=true"));
        ExpectRun(await consumer.DotNetAsync("run", "--no-build"));
    }

    [Fact]
    public async Task A_failed_gate_prevents_the_run_of_a_file_that_is_built()
    {
        consumer
            .Write("Directory.Build.props", new XElement("Project", Consumer.Reference).ToString())
            .Write("shop.cs", $"#:property PublishAot=false\nSystem.Console.WriteLine(\"{Greeting}\");\n")
            .Write(Backlogs.File, Backlogs.ImpactOutOfRange);

        ExpectNoRun(await consumer.DotNetAsync("run", "shop.cs"));
        consumer.Write(Backlogs.File, Backlogs.Clean);
        ExpectRun(await consumer.DotNetAsync("run", "shop.cs"));
        // It is not built again.
        consumer.Write(Backlogs.File, Backlogs.ImpactOutOfRange);
        ExpectRun(await consumer.DotNetAsync("run", "shop.cs"));
    }

    private static void ExpectNoRun(Outcome outcome)
    {
        Assert.True(outcome.ExitCode != 0, outcome.ToString());
        Assert.Contains(Backlogs.Fault, outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Greeting, outcome.Output, StringComparison.Ordinal);
    }

    private static void ExpectRun(Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Contains(Greeting, outcome.Output, StringComparison.Ordinal);
    }
}
