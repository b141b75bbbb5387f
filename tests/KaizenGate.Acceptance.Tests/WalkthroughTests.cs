using System.Text;
using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests;

/// <summary>The commands of docs/walkthrough.md, run in a shell in an empty folder.</summary>
public sealed class WalkthroughTests(PackedTool tool) : IAsyncLifetime
{
    private const string Heading = "\n## A first week\n";
    private const string Fence = "```console\n";
    private const string End = "```\n";
    private const string Prompt = "$ ";

    private GitRepository repository = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "it is typed into sh");
        repository = await GitRepository.CreateAsync();
        Directory.Delete(repository.PathOf(".git"), recursive: true);
        repository
            .Around.With("KAIZEN_AS_OF", Samples.AsOf)
            .With("GIT_AUTHOR_DATE", $"{Samples.AsOf}T12:00:00Z")
            .With("GIT_COMMITTER_DATE", $"{Samples.AsOf}T12:00:00Z");
    }

    public ValueTask DisposeAsync()
    {
        repository?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_commands_print_the_documented_output_and_the_gate_passes()
    {
        var path = Repository.PathOf("docs/walkthrough.md");
        var readme = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings(
            "\n"
        );
        var start = readme.IndexOf(Heading, StringComparison.Ordinal);
        var end = readme.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        var commands = new List<Outcome>();

        var actual = readme[..start] + await TypedAsync(readme[start..end], commands) + readme[end..];

        if (Repository.Refresh)
        {
            await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.Equal(readme, actual);
        }

        Assert.All(commands, command => Assert.True(command.ExitCode == 0, command.ToString()));
        Assert.StartsWith("gate passed", commands[^1].Text.Split('\n')[^1], StringComparison.Ordinal);
    }

    /// <summary>The section with the output of its commands, run one after the other.</summary>
    private async Task<string> TypedAsync(string section, List<Outcome> commands)
    {
        var text = new StringBuilder();
        var parts = section.Split(Fence);
        text.Append(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var rest = part.IndexOf(End, StringComparison.Ordinal);
            text.Append(Fence);
            foreach (
                var line in part[..rest].Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal))
            )
            {
                commands.Add(await TypeAsync(line[Prompt.Length..]));
                text.Append(line).Append('\n').Append(commands[^1].Output);
            }

            text.Append(part[rest..]);
        }

        return text.ToString();
    }

    /// <summary>Runs a line, with both outputs combined.</summary>
    private Task<Outcome> TypeAsync(string line) =>
        Command.RunAsync(
            "sh",
            ["-c", $"dotnet() {{ shift; '{tool.Program}' \"$@\"; }}\n{{ {line}\n}} 2>&1"],
            repository.Folder,
            repository.Environment
        );
}
