using System.Text.Json;
using KaizenGate.Core.Tests.Commands;
using KaizenGate.Core.Tests.Transcripts;

namespace KaizenGate.Core.Tests.Harvesting;

/// <summary><c>harvest</c> on sessions of agents.</summary>
public sealed class HarvestTests : IDisposable
{
    private const string Failed = "Exit code 1\nno";

    private const string Backlog = """
        # Improvements

        ## High Priority

        ### [IMP-001] Cache the restored packages

        - **Impact:** 8/10
        - **Effort:** 2/10

        """;

    private readonly CommandRun run = new();
    private readonly string home;
    private int sessions;

    public HarvestTests()
    {
        home = Directory.CreateTempSubdirectory("kaizen-home-").FullName;
        run.Variables["HOME"] = home;
        run.Write("IMPROVEMENTS.md", Backlog);
        Git("init", "--quiet");
    }

    public void Dispose()
    {
        run.Dispose();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public void With_nothing_found_it_says_only_what_was_scanned()
    {
        var printed = run.Run("harvest", "--sessions").MustBe(0);

        Assert.Equal("Scanned 0 sessions, 0 unreadable, 0 tool calls; 0 commits.\n", printed.Output);
        Assert.Empty(printed.Error);
    }

    [Fact]
    public void A_command_that_fails_repeatedly_is_proposed_added_and_seen_again()
    {
        Sessions(3, text => text.Run("npm ci", Failed).Run("npm ci", Failed).Run("npm ci", Failed));

        var found = run.Run("harvest", "--sessions").MustBe(0);
        Assert.StartsWith(
            "Scanned 3 sessions, 0 unreadable, 9 tool calls; 0 commits.\n",
            found.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("1. Make npm ci pass the first time", found.Output, StringComparison.Ordinal);
        Assert.Contains(
            "9 failures in 3 sessions from 2026-02-26 to 2026-02-28",
            found.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("`dotnet kaizen harvest --add 1`", found.Error, StringComparison.Ordinal);

        run.Run("harvest", "--add", "1").MustBe(0);
        Assert.Contains("- **Signal:** sessions|fails|npm ci\n", run.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
        Assert.Contains(
            "- **Impact:** 1/10\n- **Category:** Developer Experience",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );

        var again = run.Run("harvest", "--sessions").MustBe(0);
        Assert.Contains("In the backlog:\n\n1. IMP-002 Make npm ci", again.Output, StringComparison.Ordinal);
        run.Run("harvest", "--add", "sessions|fails|npm ci").MustBe(0);
        Assert.Contains(
            "- **Seen:** 2026-03-02 (9 failures in 3 sessions",
            run.Read("IMPROVEMENTS.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_table_needs_only_a_column_for_the_signal()
    {
        Sessions(3, text => text.Run("npm ci", Failed, 90).Run("npm ci", Failed, 90));
        run.Run("harvest", "--sessions").MustBe(0);
        run.Write(
            "IMPROVEMENTS.md",
            "# Improvements\n\n| ID | Improvement | Impact | Effort |\n| --- | --- | --- | --- |\n| A-1 | Cache the fonts | 8 | 2 |\n"
        );
        Assert.Contains("Signal", run.Run("harvest", "--add", "1").MustBe(2).Error, StringComparison.Ordinal);

        run.Write(
            "IMPROVEMENTS.md",
            "# Improvements\n\n| ID | Improvement | Impact | Effort | Signal |\n| --- | --- | --- | --- | --- |\n| A-1 | Cache the fonts | 8 | 2 | |\n"
        );
        run.Run("harvest", "--add", "1").MustBe(0);
        Assert.Contains(@"| sessions\|fails\|npm ci |", run.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
        Assert.Contains("In the backlog:", run.Run("harvest").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_rejected_stays_quiet_until_its_cost_doubles()
    {
        Sessions(3, text => text.Run("npm ci", Failed, 60).Run("npm ci", Failed, 60));
        run.Run("harvest", "--sessions").MustBe(0);
        run.Run("harvest", "--reject", "1", "--reason", "not ours").MustBe(0);
        Assert.DoesNotContain("npm ci", run.Run("harvest", "--sessions").MustBe(0).Output, StringComparison.Ordinal);

        Sessions(4, text => text.Run("npm ci", Failed, 60).Run("npm ci", Failed, 60));
        Assert.Contains("npm ci", run.Run("harvest", "--sessions").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_alone_for_30_days_lapses()
    {
        Sessions(3, text => text.Run("npm ci", Failed).Run("npm ci", Failed));
        run.Run("harvest", "--sessions").MustBe(0);

        run.Time = CommandRun.Now.AddDays(31);
        Assert.DoesNotContain("npm ci", run.Run("harvest", "--weeks", "12").MustBe(0).Output, StringComparison.Ordinal);
        run.Time = CommandRun.Now.AddDays(32);
        Assert.DoesNotContain("npm ci", run.Run("harvest", "--weeks", "12").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_five_are_proposed_the_costliest_first()
    {
        for (var i = 1; i <= 7; i++)
        {
            var command = $"tool-{(char)('a' + i)} deploy";
            var seconds = i * 10;
            Sessions(2, text => text.Run(command, Failed, seconds).Run(command, Failed, seconds));
        }

        using var json = JsonDocument.Parse(run.Run("harvest", "--sessions", "--json").MustBe(0).Output);
        Assert.Equal(
            ["tool-h deploy", "tool-g deploy", "tool-f deploy", "tool-e deploy", "tool-d deploy"],
            json.RootElement.GetProperty("candidates")
                .EnumerateArray()
                .Select(one => one.GetProperty("subject").GetString())
        );
    }

    [Fact]
    public void Without_the_option_no_transcript_is_read()
    {
        Sessions(3, text => text.Run("npm ci", Failed).Run("npm ci", Failed));

        Assert.Equal("Scanned 0 commits.\n", run.Run("harvest").MustBe(0).Output);
    }

    [Fact]
    public void Transcripts_of_other_repositories_are_left_out()
    {
        var text = new CodexText("s", "/work/other", CommandRun.Now.AddDays(-2));
        text.Run("npm ci", Failed).Run("npm ci", Failed).Run("npm ci", Failed);
        Save(text, "r");

        Assert.StartsWith(
            "Scanned 0 sessions",
            run.Run("harvest", "--sessions").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Unreadable_transcripts_are_counted()
    {
        Sessions(1, text => text.Run("make"));
        Write($"{Project}/broken.jsonl", "not a transcript\n");

        Assert.StartsWith(
            "Scanned 1 session, 1 unreadable, 1 tool call;",
            run.Run("harvest", "--sessions").MustBe(0).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_digest_outlives_the_transcripts()
    {
        Sessions(3, text => text.Run("npm ci", Failed).Run("npm ci", Failed));
        run.Run("harvest", "--sessions").MustBe(0);
        Directory.Delete(Path.Join(home, ".claude"), recursive: true);

        Assert.Contains("npm ci", run.Run("harvest", "--sessions").MustBe(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        Sessions(3, text => text.Run("npm ci", Failed).Run("npm ci", Failed));
        run.Run("harvest", "--sessions", "--dry-run").MustBe(0);

        Assert.False(File.Exists(Path.Join(run.Folder, ".git", "kaizen", "harvest.jsonl")));
    }

    [Fact]
    public void Planted_secrets_are_nowhere()
    {
        string[] secrets =
        [
            "ghp_0123456789abcdefABCDEF0123456789abcd",
            "hunter2secret",
            "AKIAIOSFODNN7EXAMPLE",
            "ada.lovelace@example.org",
            "sk-proj-abcdefghijklmnop1234567890",
            "s3cr3tPassw0rd",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc",
        ];
        Sessions(
            3,
            text =>
            {
                foreach (var secret in secrets)
                {
                    string[] commands =
                    [
                        $"deploy --token {secret}",
                        $"API_KEY={secret} deploy {secret}",
                        $"curl -H 'Authorization: Bearer {secret}' https://x.example/{secret}",
                        .. secret.Any(sign => sign is '-' or '_') || secret.StartsWith("AKIA", StringComparison.Ordinal)
                            ? new[] { $"./run-{secret}.sh", $"python tools/{secret}.py" }
                            : [],
                        $"python {home}/{secret}.py",
                        $"login -p {secret} && echo {secret} | docker login --password-stdin",
                        $"mysql -p{secret} \"select '{secret}'\"",
                    ];
                    foreach (var command in commands)
                    {
                        text.Run(command, $"Exit code 1\n{secret}")
                            .Run(command, $"Exit code 1\n{secret}", seconds: 300);
                    }

                    for (var i = 0; i < 12; i++)
                    {
                        text.Read($"{run.Folder}/src/ghp_0123456789abcdefABCDEF0123456789abcd.txt")
                            .Edit($"{home}/{secret}", "String to replace not found in file.");
                    }
                }
            }
        );

        var texts = new List<string>();
        foreach (
            var arguments in (string[][])
                [
                    ["--sessions"],
                    ["--sessions", "--json"],
                    ["--add", "1", "--add", "2"],
                    ["--add", "no|such|key"],
                ]
        )
        {
            var printed = run.Run(["harvest", .. arguments]);
            texts.AddRange([printed.Output, printed.Error]);
        }

        Assert.All(texts, text => Assert.DoesNotContain(home, text, StringComparison.Ordinal));
        texts.Add(File.ReadAllText(Path.Join(run.Folder, ".git", "kaizen", "harvest.jsonl")));
        texts.Add(run.Read("IMPROVEMENTS.md"));
        Assert.Contains("deploy", texts[0], StringComparison.Ordinal);
        Assert.All(
            secrets,
            secret => Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Planted_frictions_are_found_and_noise_is_not()
    {
        var (right, wrong, missed) = (0, new List<string>(), new List<string>());
        for (var seed = 1; seed <= 20; seed++)
        {
            using var other = new HarvestTests();
            var generated = new GeneratedSessions(seed, other.run.Folder, CommandRun.Now.AddHours(-2));
            var number = 0;
            foreach (var text in generated.Create(16))
            {
                other.Save(text, $"{number++}");
            }

            var found = new HashSet<string>(StringComparer.Ordinal);
            // More than five need several rounds.
            for (var round = 0; round < 3; round++)
            {
                using var json = JsonDocument.Parse(other.run.Run("harvest", "--sessions", "--json").MustBe(0).Output);
                foreach (var one in json.RootElement.GetProperty("candidates").EnumerateArray())
                {
                    found.Add(one.GetProperty("key").GetString()!);
                    other.run.Run("harvest", "--reject", one.GetProperty("key").GetString()!).MustBe(0);
                }
            }

            var planted = generated.Planted.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
            right += found.Count(planted.Contains);
            wrong.AddRange(found.Except(planted).Select(key => $"{seed}: {key}"));
            missed.AddRange(planted.Except(found).Select(key => $"{seed}: {key}"));
        }

        Assert.True(right >= 0.95 * (right + wrong.Count), $"{right} right, wrong:\n{string.Join('\n', wrong)}");
        Assert.True(right >= 0.9 * (right + missed.Count), $"{right} right, missed:\n{string.Join('\n', missed)}");
    }

    private string Project =>
        $".claude/projects/{string.Concat(run.Folder.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'))}";

    private void Sessions(int count, Action<SessionText> write)
    {
        for (var i = 0; i < count; i++)
        {
            var text = new ClaudeText($"session-{++sessions}", run.Folder, CommandRun.Now.AddDays(-2 - i));
            write(text);
            Save(text, text.Session);
        }
    }

    private void Save(SessionText text, string name) =>
        Write(
            text is ClaudeText ? $"{Project}/{name}.jsonl" : $".codex/sessions/2026/03/01/rollout-{name}.jsonl",
            text.ToString()
        );

    private void Write(string path, string text)
    {
        var full = Path.Join(home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Git(params string[] arguments)
    {
        using var git = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("git", arguments) { WorkingDirectory = run.Folder }
        )!;
        git.WaitForExit();
    }
}
