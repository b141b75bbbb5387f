using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests;

/// <summary>The recipes of CONTRIBUTING.md, applied to a copy of the sources, which is built and run.</summary>
public sealed partial class RecipeTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_recipes_produce_working_code()
    {
        await CopySourcesAsync();
        FollowRecipes();
        (
            await DotNetAsync(
                "build",
                "src/KaizenGate.Cli",
                "-nodeReuse:false",
                "-p:RunAnalyzers=false",
                "-p:GenerateDocumentationFile=false"
            )
        ).MustSucceed();
        scratch.Write("B.md", "# Backlog\n\n## High Priority\n\n### [IMP-001] CACHE THE FONTS\n\n- **Impact:** 9/10\n");

        var report = await RunAsync("check", "B.md", "--no-history", "--as-of", Samples.AsOf, "--format", "count");
        var rules = await RunAsync("rules");
        var motto = await RunAsync("motto");
        var help = await RunAsync("motto", "--help");

        Assert.Contains("KZ599 1\n", report.Output, StringComparison.Ordinal);
        Assert.Contains("shouting-title", rules.Output, StringComparison.Ordinal);
        Assert.Equal("Small steps, every week.", motto.Text);
        Assert.Contains("for the wall", help.Output, StringComparison.Ordinal);
    }

    private async Task CopySourcesAsync()
    {
        var files = await Command.RunAsync(
            "git",
            ["ls-files", "-z", "--", "src", "docs/kaizen.schema.json", "*.props", "*.targets", "global.json"],
            Repository.Root,
            Command.OwnEnvironment()
        );
        foreach (var file in files.MustSucceed().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Repository.PathOf(file)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(scratch.PathOf(file))!);
                File.Copy(Repository.PathOf(file), scratch.PathOf(file));
            }
        }
    }

    /// <summary>Writes each code block to the file in its first line, and adds each line to the list in its file.</summary>
    private void FollowRecipes()
    {
        var text = File.ReadAllText(Repository.PathOf("CONTRIBUTING.md")).ReplaceLineEndings("\n");
        var files = Code().Matches(text);
        var lines = Line().Matches(text);
        Assert.Equal((3, 3), (files.Count, lines.Count));
        foreach (Match file in files)
        {
            Assert.False(File.Exists(scratch.PathOf(file.Groups["path"].Value)));
            scratch.Write(file.Groups["path"].Value, file.Groups["code"].Value);
        }

        foreach (Match line in lines)
        {
            var path = line.Groups["path"].Value;
            var list = scratch.Read(path).ReplaceLineEndings("\n");
            var end = list.IndexOf("\n    ];", StringComparison.Ordinal);
            Assert.True(end > 0, $"{path} has no list");
            scratch.Write(path, list.Insert(end, $"\n        {line.Groups["line"].Value}"));
        }
    }

    private Task<Outcome> RunAsync(params string[] arguments) =>
        DotNetAsync([scratch.PathOf("src/KaizenGate.Cli/bin/Debug/net10.0/dotnet-kaizen.dll"), .. arguments]);

    // The build uses the package sources of this machine.
    private Task<Outcome> DotNetAsync(params string[] arguments) =>
        Command.RunAsync("dotnet", arguments, scratch.Path, Command.OwnEnvironment(CompilerServer.Variables));

    [GeneratedRegex("```csharp\n// (?<path>src/[^\n]+)\n(?<code>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"Add it to `(?<path>[^`]+)`: `(?<line>[^`]+)`")]
    private static partial Regex Line();
}
