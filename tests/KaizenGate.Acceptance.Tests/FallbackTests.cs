using System.IO.Compression;

namespace KaizenGate.Acceptance.Tests;

public sealed class FallbackTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_portable_package_prints_the_same_as_the_native_one()
    {
        scratch.Write("IMPROVEMENTS.md", Samples.WrongScore);
        await ZipFile.ExtractToDirectoryAsync(
            Path.Combine(tool.Feed, $"{Names.Package}.any.{tool.Version}.nupkg"),
            scratch.PathOf("any"),
            TestContext.Current.CancellationToken
        );
        string[] arguments = ["check", "--as-of", Samples.AsOf];

        var fallback = await Sdk.RunAsync(
            scratch,
            [scratch.PathOf("any/tools/net10.0/any/dotnet-kaizen.dll"), .. arguments]
        );
        var native = await tool.RunAsync(scratch, arguments);

        Assert.Equal(1, fallback.ExitCode);
        Assert.Equal(native.Output, fallback.Output);
        Assert.Equal(native.Error, fallback.Error);
    }
}
