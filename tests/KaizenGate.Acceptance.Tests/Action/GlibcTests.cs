using System.IO.Compression;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The script that limits the glibc of a release, on the program that was linked here.</summary>
public sealed class GlibcTests : IDisposable
{
    private readonly Scratch scratch = new();

    public GlibcTests(PackedTool tool)
    {
        Assert.SkipUnless(PackedTool.Platform is "linux-x64" or "linux-arm64", "another platform has no glibc");
        using var package = ZipFile.OpenRead(
            Directory.GetFiles(tool.Feed, $"{Names.Package}.{PackedTool.Platform}.*.nupkg").Single()
        );
        package.GetEntry($"tools/any/{PackedTool.Platform}/{Names.Command}")!.ExtractToFile(scratch.PathOf("program"));
    }

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task A_program_that_needs_no_newer_glibc_passes_and_shows_what_it_needs()
    {
        var outcome = await RunAsync("program", "9.9");

        Assert.Matches("^needs glibc 2\\.\\d+$", outcome.MustSucceed().Text);
    }

    [Fact]
    public async Task A_program_that_needs_a_newer_glibc_fails_with_the_symbols()
    {
        // Every program calls the start of glibc, which is at least this version.
        var outcome = await RunAsync("program", "2.1");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("more than glibc 2.1:", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("  __libc_start_main@GLIBC_2.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_compared_by_number()
    {
        var needed = (await RunAsync("program", "9.9")).MustSucceed().Text["needs glibc 2.".Length..];

        Assert.Equal(0, (await RunAsync("program", $"2.{needed}")).ExitCode);
        Assert.Equal(0, (await RunAsync("program", "2.100")).ExitCode);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("missing")]
    public async Task Another_file_fails(string file)
    {
        scratch.Write("text", "GLIBC_2.2");

        Assert.Equal(1, (await RunAsync(file, "9.9")).ExitCode);
    }

    private Task<Outcome> RunAsync(string program, string most) =>
        Command.RunAsync(
            "bash",
            [Repository.PathOf("build/release/glibc.sh"), program, most],
            scratch.Path,
            scratch.Environment
        );
}
