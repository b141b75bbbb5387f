using KaizenGate.Core.Tests.Workspaces;
using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Tests.Transcripts;

public sealed class TranscriptFoldersTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Only_transcripts_that_may_be_of_the_repository_are_candidates()
    {
        scratch.With(
            ".claude/projects/-work-shop/a.jsonl",
            ".claude/projects/-work-shop/a/subagents/agent-1.jsonl",
            ".claude/projects/-work-shop/notes.txt",
            ".claude/projects/-work-shop-src/b.jsonl",
            ".claude/projects/-work-other/c.jsonl",
            ".codex/sessions/2026/03/02/rollout-1.jsonl",
            ".codex/archived_sessions/rollout-0.jsonl"
        );

        Assert.Equal(
            [
                ".claude/projects/-work-shop-src/b.jsonl",
                ".claude/projects/-work-shop/a.jsonl",
                ".claude/projects/-work-shop/a/subagents/agent-1.jsonl",
                ".codex/archived_sessions/rollout-0.jsonl",
                ".codex/sessions/2026/03/02/rollout-1.jsonl",
            ],
            Found(DateTimeOffset.MinValue).Order(StringComparer.Ordinal)
        );
        Assert.Empty(Found(DateTimeOffset.UtcNow.AddDays(1)));
    }

    [Fact]
    public void The_variables_of_the_hosts_move_the_folders()
    {
        scratch.With("c/projects/-work-shop/a.jsonl", "x/sessions/r.jsonl", ".claude/projects/-work-shop/b.jsonl");

        Assert.Equal(
            ["c/projects/-work-shop/a.jsonl", "x/sessions/r.jsonl"],
            Found(
                DateTimeOffset.MinValue,
                ("CLAUDE_CONFIG_DIR", scratch.PathOf("c")),
                ("CODEX_HOME", scratch.PathOf("x"))
            )
        );
    }

    [Fact]
    public void A_path_from_a_payload_must_be_in_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights");
        scratch.With(".claude/projects/p/a.jsonl", "secret.jsonl");
        File.CreateSymbolicLink(scratch.PathOf(".claude/projects/p/link.jsonl"), scratch.PathOf("secret.jsonl"));
        var folders = Folders();

        Assert.True(folders.Contains(scratch.PathOf(".claude/projects/p/a.jsonl")));
        Assert.False(folders.Contains(scratch.PathOf(".claude/projects/p/link.jsonl")));
        Assert.False(folders.Contains(scratch.Path + "/.claude/projects/../../secret.jsonl"));
        Assert.False(folders.Contains(scratch.PathOf("secret.jsonl")));
        Assert.False(folders.Contains(".claude/projects/p/a.jsonl"));
        Assert.False(folders.Contains("/etc/passwd"));
        Assert.False(folders.Contains("\0"));
    }

    [Fact]
    public void Without_a_home_folder_there_is_none()
    {
        var folders = TranscriptFolders.From(new Dictionary<string, string>());

        Assert.Empty(folders.Candidates(["/work/shop"], DateTimeOffset.MinValue));
        Assert.False(folders.Contains("/root/.claude/projects/a/b.jsonl"));
    }

    private IEnumerable<string> Found(DateTimeOffset since, params (string, string)[] variables) =>
        Folders(variables)
            .Candidates(["/work/shop"], since)
            .Select(path => Path.GetRelativePath(scratch.Path, path).Replace('\\', '/'));

    private TranscriptFolders Folders(params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(one => one.Name, one => one.Value);
        environment["HOME"] = scratch.Path;
        return TranscriptFolders.From(environment);
    }
}
