namespace KaizenGate.Acceptance.Tests;

/// <summary>Validates SARIF with its schema and Microsoft's reader, and JUnit with two independent readers.</summary>
public sealed class ReportReaderTests(PackedTool tool) : IDisposable
{
    private static readonly string Hostile = """
        # Backlog

        ## High Priority

        ### [IMP-001] ]]></failure><script>alert(1)</script> & " ' %0A ::error::x ##vso[x] CONTROL TURNED {0} {{

        - **Impact:** 11/10
        - **Effort:** 2/10
        - **Category:** <![CDATA[ ]]> &amp; 🎉 C:\new\table "quoted"

        ### NONE ]]> {0}

        - **Status:** Done

        """.Replace("CONTROL", "\u0001\e[2J", StringComparison.Ordinal).Replace(
        "TURNED",
        "\u202e",
        StringComparison.Ordinal
    ).Replace("NONE", "\uffff", StringComparison.Ordinal);

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Third_party_readers_accept_the_reports()
    {
        Needs.Present(ReportReaders.Missing);
        await ReportAsync("good", Samples.Good);
        await ReportAsync("wrong", Samples.WrongScore);
        await ReportAsync("empty", "# Improvement Backlog\n");
        await ReportAsync("hostile", Hostile);
        await ReportAsync(
            "example",
            await File.ReadAllTextAsync(
                Repository.PathOf("docs/examples/IMPROVEMENTS.md"),
                TestContext.Current.CancellationToken
            )
        );

        var read = await ReportReaders.ReadAsync(scratch, scratch.PathOf("out"));

        Assert.True(read.ExitCode == 0, read.ToString());
        Assert.Contains("10 reports, 0 errors", read.Output, StringComparison.Ordinal);
    }

    private async Task ReportAsync(string name, string backlog)
    {
        scratch.Write($"{name}.md", backlog);
        var outcome = await tool.RunAsync(
            scratch,
            "check",
            $"{name}.md",
            "--as-of",
            Samples.AsOf,
            "--report",
            $"sarif=out/{name}.sarif",
            "--report",
            $"junit=out/{name}.xml"
        );
        Assert.True(outcome.ExitCode is 0 or 1, outcome.ToString());
    }
}
