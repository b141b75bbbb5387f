namespace KaizenGate.Acceptance.Tests;

/// <summary>The first <c>console</c> block in the README shows a command and its output.</summary>
public sealed class ReadmeTests(PackedTool tool) : IDisposable
{
    private const string Fence = "```console\n$ dotnet kaizen ";
    private const string End = "```\n";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_first_screen_shows_the_actual_output()
    {
        var readme = Repository.PathOf("README.md");
        var written = (await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken)).ReplaceLineEndings(
            "\n"
        );
        // The later blocks belong to another test.
        var parts = written.Split(Fence, 2);
        var actual = parts[0];
        foreach (var part in parts.Skip(1))
        {
            var call = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var rest = part[part.IndexOf(End, StringComparison.Ordinal)..];
            var outcome = await Command.RunAsync(tool.Program, call.Split(' '), Repository.Root, scratch.Environment);
            Assert.Empty(outcome.Error);
            actual += $"{Fence}{call}\n{outcome.Output}{rest}";
        }

        if (Repository.Refresh)
        {
            await File.WriteAllTextAsync(readme, actual, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(written, actual);
        }

        Assert.True(parts.Length > 1, "the README shows no screen");
    }
}
