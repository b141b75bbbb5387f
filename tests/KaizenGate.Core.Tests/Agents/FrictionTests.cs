using KaizenGate.Core.Tests.Transcripts;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>What happened in a session, from its transcript.</summary>
public sealed class FrictionTests : IDisposable
{
    private readonly AgentRepository repository = new();
    private readonly string home;

    public FrictionTests()
    {
        home = repository.Git.NewFolder("people/ada");
        repository.Run.Variables["HOME"] = home;
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void The_request_names_commands_that_failed_again_and_long_waits()
    {
        var answer = Ask(Transcript(".claude/projects/shop/one.jsonl"));

        Assert.Contains("`npm install` failed", answer, StringComparison.Ordinal);
        Assert.Contains("`make deploy` took 4 min", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere/one.jsonl")]
    [InlineData(".claude/projects/../one.jsonl")]
    [InlineData(".claude/projects/shop/one.txt")]
    public void A_file_that_is_not_in_a_folder_of_transcripts_is_not_read(string path)
    {
        var answer = Ask(Transcript(path));

        Assert.True(AgentRepository.Asks(answer));
        Assert.DoesNotContain("npm", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_of_transcripts_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs links");
        var target = Transcript("elsewhere/one.jsonl");
        var link = Path.Join(home, ".claude/projects/shop/link.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);

        Assert.DoesNotContain("npm", Ask(link), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl")]
    [InlineData("folder.jsonl/")]
    public void A_transcript_that_cannot_be_read_does_not_prevent_the_request(string path)
    {
        Directory.CreateDirectory(Path.Join(home, ".claude/projects/shop/folder.jsonl"));

        Assert.True(AgentRepository.Asks(Ask(Path.Join(home, ".claude/projects/shop", path))));
    }

    private string Ask(string path)
    {
        repository.Start();
        repository.Change();
        return repository.Stop(more: $",\"transcript_path\":{AgentRepository.Quoted(path)}");
    }

    private string Transcript(string path)
    {
        var full = Path.GetFullPath(path, home);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var text = new ClaudeText("one", repository.Git.Folder, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        for (var count = 0; count < 4; count++)
        {
            text.Run("npm install", "error: no network");
        }

        text.Run("make deploy", seconds: 240);
        File.WriteAllText(full, text.ToString());
        return full;
    }
}
