namespace KaizenGate.Acceptance.Tests;

/// <summary>The first <c>console</c> fence in the README begins with a call and shows what it prints.</summary>
public sealed class ReadmeTests(PackedTool tool) : IDisposable
{
    private const string Fence = "```console\n$ dotnet kaizen ";
    private const string End = "```\n";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Its_first_screen_is_what_the_program_prints()
    {
        var readme = Repository.PathOf("README.md");
        var written = (await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken)).ReplaceLineEndings(
            "\n"
        );
        // What comes later is typed in an empty folder, by another test.
        var parts = written.Split(Fence, 2);
        var actual = parts[0];
        foreach (var part in parts.Skip(1))
        {
            var call = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var behind = part[part.IndexOf(End, StringComparison.Ordinal)..];
            var outcome = await Command.RunAsync(tool.Program, call.Split(' '), Repository.Root, scratch.Environment);
            Assert.Empty(outcome.Error);
            actual += $"{Fence}{call}\n{outcome.Output}{behind}";
        }

        if (Environment.GetEnvironmentVariable("KAIZEN_TESTS_REFRESH") == "1")
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
