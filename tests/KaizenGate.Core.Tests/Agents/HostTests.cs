using System.Text;
using KaizenGate.Core.Agents;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>The payloads of all hosts, and the answers in their forms.</summary>
public sealed class HostTests : IDisposable
{
    private readonly AgentRepository repository = new();

    public static TheoryData<string> Hosts { get; } =
    ["claude", "codex", "vscode", "copilot", "copilot-snake", "gemini", "cursor"];

    public void Dispose() => repository.Dispose();

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Each_host_gets_its_answers_in_its_own_form(string host)
    {
        var answers = new StringBuilder();
        answers.Append(repository.Hook(AgentRepository.Payload($"{host}-start")));
        repository.Change();
        answers.Append(repository.Hook(AgentRepository.Payload($"{host}-stop")));
        answers.Append(repository.Hook(AgentRepository.Payload($"{host}-stop")));

        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Agents", "Answers", $"{host}.jsonl");
        if (Repository.Refresh)
        {
            File.WriteAllText(path, answers.ToString());
        }

        Assert.Equal(File.ReadAllText(path), answers.ToString());
        Assert.Equal("{}\n", answers.ToString()[^3..]);
    }

    [Theory]
    [InlineData("claude", AgentHost.Claude)]
    [InlineData("codex", AgentHost.Codex)]
    [InlineData("vscode", AgentHost.VsCode)]
    [InlineData("copilot", AgentHost.Copilot)]
    [InlineData("copilot-snake", AgentHost.Copilot)]
    [InlineData("gemini", AgentHost.Gemini)]
    [InlineData("cursor", AgentHost.Cursor)]
    public void Hosts_are_recognized_by_their_payloads(string name, object host)
    {
        foreach (var (suffix, kind) in new[] { ("start", AgentEventKind.Start), ("stop", AgentEventKind.Stop) })
        {
            var read = AgentPayload.Read(Encoding.UTF8.GetBytes(AgentRepository.Payload($"{name}-{suffix}")))!;

            Assert.Equal((host, kind, AgentRepository.Session), (read.Host, read.Kind, read.Session));
            Assert.False(read.IsAborted || read.IsOfSubAgent || read.HasBackgroundWork || read.IsContinued);
        }
    }

    [Fact]
    public void A_payload_may_begin_with_a_byte_order_mark()
    {
        Assert.NotNull(AgentPayload.Read(Encoding.UTF8.GetBytes("\uFEFF{}")));
        Assert.NotEqual("{}\n", repository.Hook("\uFEFF" + AgentRepository.Payload("cursor-start")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"Stop\"")]
    [InlineData("{\"session_id\":\"a\"")]
    [InlineData("not JSON")]
    public void What_is_not_a_JSON_object_is_not_a_payload(string text) =>
        Assert.Null(AgentPayload.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Values_of_other_types_are_as_if_they_were_missing()
    {
        var read = AgentPayload.Read(
            """{"session_id":7,"hook_event_name":"Stop","cwd":null,"stop_hook_active":"true","source":"\ud800"}"""u8.ToArray()
        )!;

        Assert.Equal((null, null, null, false), (read.Session, read.Folder, read.Source, read.IsContinued));
    }
}
