using System.Collections.Immutable;
using System.Text;
using CsCheck;
using KaizenGate.Core.Tests.Commands;

namespace KaizenGate.Core.Tests.Agents;

/// <summary>The files of hosts, with the hook and the MCP server.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Claude = ".claude/settings.json";
    private const string GitHub = ".github/hooks/kaizen.json";
    private const string Codex = ".codex/config.toml";

    private readonly CommandRun run = new();

    public InstallTests() => Directory.CreateDirectory(Path.Join(run.Folder, ".git"));

    public static TheoryData<string> Hosts { get; } =
    ["claude", "codex", "vscode", "copilot", "cloud", "gemini", "cursor"];

    public void Dispose() => run.Dispose();

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Each_host_gets_its_files_once_and_loses_them_again(string host)
    {
        run.Run("agent", "install", host).MustBe(0);
        var written = Files();
        var text = string.Concat(written.Select(file => $"== {file.Key}\n{file.Value}"));
        var path = Repository.PathOf("tests", "KaizenGate.Core.Tests", "Agents", "Installed", $"{host}.txt");
        if (Repository.Refresh)
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
        Assert.Contains(
            "Nothing to change",
            run.Run("agent", "install", host).MustBe(0).Output,
            StringComparison.Ordinal
        );
        Assert.Equal(written, Files());
        run.Run("agent", "uninstall").MustBe(0);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("{\n  \"model\": \"x\"\n}\n")]
    [InlineData(
        "{\n    \"permissions\": { \"allow\": [\"Bash\"] },\n    \"hooks\": {\n        \"Stop\": [ { \"hooks\": [ { \"command\": \"other\" } ] } ]\n    }\n}\n"
    )]
    [InlineData("{\n\t\"hooks\": {\n\t\t\"PreToolUse\": [] // none\n\t}, /* kept */\n\t\"z\": 1, // last\n}\n")]
    [InlineData("{ \"hooks\": { \"Stop\": [ { \"hooks\": [] } ] }, \"a\": [1, 2,], }")]
    [InlineData("\uFEFF{\r\n  \"a\": {\r\n  },\r\n  \"b\": \"ü\"\r\n}\r\n")]
    [InlineData("// first\n{\n  // second\n  \"a\": 1\n  // third\n}\n// fourth\n")]
    [InlineData("{\"a\":{\"hooks\":{\"Stop\":[]}}}")]
    public void What_else_is_in_a_file_stays_as_it_is(string text)
    {
        run.Write(Claude, text);

        run.Run("agent", "install", "claude").MustBe(0);
        var with = run.Read(Claude);
        run.Run("agent", "install", "claude").MustBe(0);

        Assert.Equal(with, run.Read(Claude));
        Assert.Equal(2, with.Split("dotnet kaizen agent hook").Length - 1);
        run.Run("agent", "uninstall", "claude").MustBe(0);
        Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(Path.Join(run.Folder, Claude)));
    }

    [Fact]
    public void Added_text_is_indented_as_the_file_is_and_comments_stay_where_they_are()
    {
        run.Write(Claude, "{\n\t\"model\": \"x\" // ours\n}\n");

        run.Run("agent", "install", "claude").MustBe(0);

        Assert.StartsWith(
            "{\n\t\"model\": \"x\", // ours\n\t\"hooks\": {\n\t\t\"SessionStart\": [\n\t\t\t{\n",
            run.Read(Claude),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_others_add_later_stays()
    {
        run.Run("agent", "install", "claude").MustBe(0);
        run.Write(
            Claude,
            run.Read(Claude)
                .Replace(
                    "\"Stop\": [",
                    "\"Stop\": [ { \"hooks\": [ { \"type\": \"command\", \"command\": \"other\" } ] },",
                    StringComparison.Ordinal
                )
        );

        run.Run("agent", "uninstall", "claude").MustBe(0);

        Assert.Equal(
            "{\"hooks\":{\"Stop\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"other\"}]}]}}",
            string.Concat(run.Read(Claude).Where(character => !char.IsWhiteSpace(character)))
        );
    }

    [Fact]
    public void Any_file_is_restored_byte_by_byte() =>
        Json(3)
            .Where(text => text.StartsWith('{'))
            .Sample(
                text =>
                {
                    using var own = new CommandRun();
                    Directory.CreateDirectory(Path.Join(own.Folder, ".git"));
                    own.Write(".mcp.json", text);
                    own.Write(Claude, text);
                    var isInstalled = own.Run("agent", "install", "claude").ExitCode == 0;
                    Assert.Equal(isInstalled, own.Read(".mcp.json") != text);
                    own.Run("agent", "uninstall", "claude");
                    return IsRestored(".mcp.json") && (IsRestored(Claude) || HasEmptyHooks(text));

                    bool IsRestored(string path) =>
                        File.Exists(Path.Join(own.Folder, path)) ? own.Read(path) == text : Bare(text) == "{}";
                },
                iter: Environment.GetEnvironmentVariable("KAIZEN_TESTS_LONG") == "1" ? 15_000 : 500
            );

    /// <summary>Whether a list or an object of our keys is empty: it is removed with ours.</summary>
    private static bool HasEmptyHooks(string text) =>
        Bare(text).Contains("\"hooks\":{", StringComparison.Ordinal)
        && (Bare(text).Contains("{}", StringComparison.Ordinal) || Bare(text).Contains("[]", StringComparison.Ordinal));

    private static string Bare(string text) =>
        string.Concat(
            text.Replace("// note", "", StringComparison.Ordinal)
                .Replace("/* a */", "", StringComparison.Ordinal)
                .Where(character => !char.IsWhiteSpace(character))
        );

    [Theory]
    [InlineData("{ \"hooks\": ", ".claude/settings.json:1:12: unexpected end of JSON")]
    [InlineData("{\n  \"hooks\" {}\n}", ".claude/settings.json:2:11: ")]
    [InlineData("[]", ".claude/settings.json:1:1: the file must be an object")]
    [InlineData("{ \"hooks\": [] }", ".claude/settings.json:1:12: hooks must be an object")]
    [InlineData("{ \"hooks\": {\n  \"Stop\": {} } }", ".claude/settings.json:2:11: hooks.Stop must be a list")]
    public void A_malformed_file_is_refused_with_its_place_and_nothing_is_written(string text, string error)
    {
        run.Write(Claude, text);
        var before = run.Files();

        var printed = run.Run("agent", "install", "codex", "claude").MustBe(2);

        Assert.StartsWith(
            error,
            printed.Error.Replace("error: ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal(before, run.Files());
    }

    [Fact]
    public void Invalid_UTF8_is_refused()
    {
        Directory.CreateDirectory(Path.Join(run.Folder, ".claude"));
        File.WriteAllBytes(Path.Join(run.Folder, Claude), [.. "{ \"a\": \""u8, 0xFF, .. "\" }"u8]);

        Assert.Contains(
            "invalid UTF-8",
            run.Run("agent", "install", "claude").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dry_run_prints_a_diff_and_writes_nothing()
    {
        run.Write(Claude, "{\n  \"model\": \"x\"\n}\n");
        var before = run.Files();

        var printed = run.Run("agent", "install", "claude", "--dry-run").MustBe(0);

        Assert.Contains("--- a/.claude/settings.json", printed.Output, StringComparison.Ordinal);
        Assert.Contains("+      \"args\"", printed.Output, StringComparison.Ordinal);
        Assert.Equal(before, run.Files());
    }

    [Fact]
    public void Hosts_that_read_the_hooks_of_Claude_Code_get_none_of_their_own()
    {
        run.Run("agent", "install", "copilot").MustBe(0);
        Assert.True(File.Exists(Path.Join(run.Folder, GitHub)));

        run.Run("agent", "install", "claude", "vscode", "copilot").MustBe(0);

        Assert.False(File.Exists(Path.Join(run.Folder, GitHub)));
        Assert.True(File.Exists(Path.Join(run.Folder, Claude)));
        run.Run("agent", "install", "vscode").MustBe(0);
        Assert.False(File.Exists(Path.Join(run.Folder, GitHub)));
        run.Run("agent", "install", "claude", "cloud").MustBe(0);
        Assert.True(File.Exists(Path.Join(run.Folder, GitHub)));
    }

    [Fact]
    public void Without_names_the_hosts_are_those_that_the_repository_shows_signs_of()
    {
        Assert.Contains("no signs of a host", run.Run("agent", "install").MustBe(2).Error, StringComparison.Ordinal);
        run.Write("CLAUDE.md", "# Notes\n");
        Directory.CreateDirectory(Path.Join(run.Folder, ".cursor"));

        run.Run("agent", "install").MustBe(0);

        Assert.Equal(
            [".claude/settings.json", ".cursor/hooks.json", ".cursor/mcp.json", ".mcp.json", "CLAUDE.md"],
            Files().Keys
        );
    }

    [Fact]
    public void A_server_that_is_started_in_another_way_stays()
    {
        var text = "{\n  \"mcpServers\": {\n    \"kaizen\": { \"command\": \"own\" }\n  }\n}\n";
        run.Write(".mcp.json", text);

        run.Run("agent", "install", "claude").MustBe(0);
        Assert.Equal(text, run.Read(".mcp.json"));
        run.Run("agent", "uninstall", "claude").MustBe(0);
        Assert.Equal(text, run.Read(".mcp.json"));
    }

    [Fact]
    public void The_server_can_be_left_out()
    {
        run.Run("agent", "install", "claude", "codex", "--no-mcp").MustBe(0);

        Assert.Equal([".claude/settings.json", ".codex/hooks.json"], Files().Keys);
    }

    [Theory]
    [InlineData("model = \"x\"\n")]
    [InlineData("model = \"x\"")]
    [InlineData("[mcp_servers.other]\r\ncommand = \"x\"\r\n")]
    [InlineData("# only a comment\n\n")]
    public void The_settings_of_Codex_get_a_table_and_lose_it_again(string text)
    {
        run.Write(Codex, text);

        run.Run("agent", "install", "codex").MustBe(0);
        Assert.Contains("[mcp_servers.kaizen]", run.Read(Codex), StringComparison.Ordinal);
        Assert.StartsWith(text, run.Read(Codex), StringComparison.Ordinal);
        run.Run("agent", "uninstall", "codex").MustBe(0);
        Assert.Equal(text.TrimEnd(), run.Read(Codex).TrimEnd());
    }

    [Theory]
    [InlineData("notes = \"\"\"\n[mcp_servers.kaizen]\n", ":1:1: ")]
    [InlineData("a = 1\nmcp_servers = { other = { command = \"x\" } }\n", ":2:1: ")]
    [InlineData("mcp_servers . \"kaizen\" . command = \"x\"\n", ":1:1: ")]
    public void Settings_of_Codex_to_which_no_table_can_be_added_are_refused_with_the_table(string text, string place)
    {
        run.Write(Codex, text);

        var printed = run.Run("agent", "install", "codex").MustBe(2);

        Assert.StartsWith($".codex/config.toml{place}", printed.Error, StringComparison.Ordinal);
        Assert.Contains("[mcp_servers.kaizen]", printed.Error, StringComparison.Ordinal);
        Assert.Equal(text, run.Read(Codex));
    }

    [Fact]
    public void A_link_that_leads_out_of_the_repository_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs links");
        using var elsewhere = new CommandRun();
        Directory.CreateSymbolicLink(Path.Join(run.Folder, ".claude"), elsewhere.Folder);

        Assert.Contains(
            "leads out of the repository",
            run.Run("agent", "install", "claude").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(elsewhere.Files());
    }

    [Fact]
    public void A_program_that_hosts_cannot_find_is_a_warning()
    {
        Assert.Contains(
            "tool-manifest",
            run.Run("agent", "install", "claude").MustBe(0).Error,
            StringComparison.Ordinal
        );
        run.Write(".config/dotnet-tools.json", """{ "tools": { "kaizengate": { "version": "1.0.0" } } }""");
        Assert.Equal("", run.Run("agent", "install", "claude").MustBe(0).Error);
    }

    [Fact]
    public void An_unknown_host_is_named()
    {
        Assert.Contains(
            "unknown host \"cluade\"",
            run.Run("agent", "install", "cluade").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    private ImmutableSortedDictionary<string, string> Files() =>
        run.Files()
            .Where(file => !file.Key.StartsWith(".git/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);

    /// <summary>Generates JSON with comments, in any layout. Lists and objects with our keys are never empty: those are removed with ours.</summary>
    private static Gen<string> Json(int depth)
    {
        var blank = Gen.Int[0, 6].Select(at => Blanks[at]);
        var scalar = Gen.Int[0, Scalars.Length - 1].Select(at => Scalars[at]);
        if (depth == 0)
        {
            return scalar;
        }

        var list = Gen.Select(blank, Json(depth - 1).Array[0, 3], Gen.Bool)
            .Select(
                (gap, values, hasTrailing) =>
                    $"[{gap}{string.Join($"{gap},{gap}", values)}{(hasTrailing && values.Length > 0 ? "," : "")}{gap}]"
            );
        var members = Gen.Select(Gen.Int[0, Keys.Length - 1], Json(depth - 1)).Array[0, 3];
        var any = Gen.Select(blank, members, Gen.Bool)
            .Select(
                (gap, pairs, hasTrailing) =>
                {
                    var own = pairs
                        .DistinctBy(pair => pair.Item1)
                        .Select(pair => $"\"{Keys[pair.Item1]}\":{gap}{pair.Item2}")
                        .ToArray();
                    return $"{{{gap}{string.Join($"{gap},{gap}", own)}{(hasTrailing && own.Length > 0 ? "," : "")}{gap}}}";
                }
            );
        return Gen.OneOf(any, any, list, scalar);
    }

    private static readonly string[] Blanks = ["", " ", "\n  ", "\n\t", " // note\n  ", " /* a */ ", "\r\n "];
    private static readonly string[] Scalars = ["1", "true", "null", "\"a,b\"", "\"//\"", "\"ü\\n\"", "-1.5e3"];
    private static readonly string[] Keys = ["a", "hooks", "Stop", "kaizen", "version"];
}
