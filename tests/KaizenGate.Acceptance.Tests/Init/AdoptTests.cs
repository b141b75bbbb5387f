using System.Text.Json;

namespace KaizenGate.Acceptance.Tests.Init;

/// <summary>From lists as teams have them to a gate that passes, with one command.</summary>
public sealed class AdoptTests(PackedTool tool) : IDisposable
{
    private const string Urgency = """
        # TODO

        Notes on how we work.

        ## Urgent
        - Fix the flaky login test (blocks releases)
        - Upload times out on large files

        ## Soon
        - Cache the dependencies in CI
        - Say which setting is missing

        """;

    private const string Boxes = """
        # Improvements

        - [ ] Cache the fonts
        - [x] Split the test suite
        - [maybe] Drop the old API
        - [maybe] Sign the packages

        """;

    private const string Table = """
        # Backlog

        | Nr | Story | Gain | Pain | Who |
        | --- | --- | --- | --- | --- |
        | 1 | Tests in half the time | 9 | 3 | Ada |
        | 2 | Logs that a person can read | 6 | 2 | |
        | 3 | One command for the build | 8 | 9 | Bob |

        """;

    private const string Headings = """
        # Roadmap

        ## Faster builds

        The build takes 14 minutes. We want five.

        ## Clear errors

        Half of our support mail is about one message.

        ## One command for a new machine

        New people need a day.

        """;

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    public static TheoryData<string, string, string, string> Repositories =>
        new()
        {
            { "TODO.md", Urgency, "", "" },
            { "IMPROVEMENTS.md", Boxes, "", "" },
            { "BACKLOG.md", Table, "", "" },
            { "docs/ROADMAP.md", Headings, "", "" },
            { "BACKLOG.md", "# Backlog\n\n- [ ] The small one\n", "docs/BACKLOG.md", Urgency },
        };

    [Theory]
    [MemberData(nameof(Repositories))]
    public async Task One_command_leads_to_a_gate_that_passes(string path, string text, string other, string otherText)
    {
        scratch.Write(path, text);
        if (other.Length > 0)
        {
            scratch.Write(other, otherText);
        }

        (await tool.RunAsync(scratch, "adopt", "--yes")).MustSucceed();

        (await tool.RunAsync(scratch, "check")).MustSucceed();
        Assert.Equal(text, scratch.Read(path));
        var read = JsonElement.Parse((await tool.RunAsync(scratch, "read", "--json")).MustSucceed().Output);
        var accounts = read.GetProperty("backlogs").EnumerateArray().Select(one => one.GetProperty("account")).ToList();
        Assert.Equal(other.Length > 0 ? 2 : 1, accounts.Count);
        Assert.All(accounts, account => Assert.Equal(0, account.GetProperty("unread").GetInt32()));
        Assert.Equal(
            Entries(text) + Entries(otherText),
            accounts.Sum(account => account.GetProperty("read").GetInt32())
        );
        var without = await tool.RunAsync(scratch, "check", "--no-baseline", "--format", "json");
        var findings = JsonElement.Parse(without.Output).GetProperty("findings");
        File.Delete(scratch.PathOf("kaizen.baseline.json"));
        var deleted = await tool.RunAsync(scratch, "check", "--format", "json");
        Assert.Equal(findings.ToString(), JsonElement.Parse(deleted.Output).GetProperty("findings").ToString());
        Assert.NotEqual(0, findings.GetArrayLength());

        static int Entries(string text) =>
            text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal))
            + text.Split('\n')
                .Count(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            + (text == Headings ? 3 : 0);
    }

    [Fact]
    public async Task The_accepted_findings_expire_step_by_step()
    {
        scratch.Write(
            "IMPROVEMENTS.md",
            "# Improvements\n\n"
                + string.Concat(Enumerable.Range(1, 40).Select(n => $"- [ ] Speed up step {n} {n * n}\n"))
        );

        var outcome = await tool.RunAsync(scratch, "adopt", "--yes", "--json", "--weeks", "4", "--as-of", "2026-03-02");

        var adoption = JsonElement.Parse(outcome.MustSucceed().Output);
        Assert.True(adoption.GetProperty("written").GetBoolean());
        var baseline = adoption.GetProperty("baseline");
        Assert.Equal("2026-03-09", baseline.GetProperty("firstExpiry").GetString());
        Assert.Equal("2026-03-30", baseline.GetProperty("lastExpiry").GetString());
        await PassesAsync("2026-03-09", true);
        await PassesAsync("2026-03-10", false);

        async Task PassesAsync(string day, bool passes) =>
            Assert.Equal(passes ? 0 : 1, (await tool.RunAsync(scratch, "check", "--as-of", day)).ExitCode);
    }

    [Theory]
    [InlineData("adopt")]
    [InlineData("adopt --dry-run")]
    [InlineData("adopt --dry-run --json --yes")]
    public async Task Without_a_decision_nothing_is_written(string arguments)
    {
        scratch.Write("TODO.md", Urgency);

        var outcome = (await tool.RunAsync(scratch, arguments.Split(' '))).MustSucceed();

        Assert.Equal(["TODO.md"], Directory.GetFiles(scratch.Path).Select(Path.GetFileName));
        Assert.Contains("TODO.md", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Existing_settings_keep_their_text_and_their_comments()
    {
        const string settings = "{\n  // we are three\n  \"people\": 3,\n}\n";
        scratch.Write("TODO.md", Urgency).Write("kaizen.json", settings);

        (await tool.RunAsync(scratch, "adopt", "--yes")).MustSucceed();

        Assert.EndsWith(settings[2..], scratch.Read("kaizen.json"), StringComparison.Ordinal);
        Assert.Contains("\"TODO.md\"", scratch.Read("kaizen.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_are_added_on_request()
    {
        scratch.Write("IMPROVEMENTS.md", "# Improvements\n\n### Cache the fonts\n\n- **Impact:** 8/10\n");

        (await tool.RunAsync(scratch, "adopt", "--yes", "--ids")).MustSucceed();

        Assert.Contains("### [IMP-001] Cache the fonts", scratch.Read("IMPROVEMENTS.md"), StringComparison.Ordinal);
        (await tool.RunAsync(scratch, "check")).MustSucceed();
        Assert.Contains("\"IMP-001\"", scratch.Read("kaizen.baseline.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_another_name_is_named_but_not_adopted_with_a_usual_one()
    {
        scratch.Write("IMPROVEMENTS.md", Boxes).Write("TODO.md", Urgency);

        var outcome = (await tool.RunAsync(scratch, "adopt", "--yes")).MustSucceed();

        Assert.Contains("not adopted    TODO.md (4 entries)", outcome.Output, StringComparison.Ordinal);
        (await tool.RunAsync(scratch, "adopt", "--yes", "IMPROVEMENTS.md", "TODO.md")).MustSucceed();
        Assert.Contains("\"TODO.md\"", scratch.Read("kaizen.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_everything_back()
    {
        const string list = "# Improvements\n\n### Cache the fonts\n\n- **Impact:** 8/10\n";
        scratch.Write("IMPROVEMENTS.md", list);
        (await Command.RunAsync("git", ["init", "--quiet"], scratch.Path, scratch.Environment)).MustSucceed();
        (await tool.RunAsync(scratch, "adopt", "--yes", "--ids")).MustSucceed();

        (await tool.RunAsync(scratch, "undo")).MustSucceed();

        Assert.Equal(list, scratch.Read("IMPROVEMENTS.md"));
        Assert.Equal(["IMPROVEMENTS.md"], Directory.GetFiles(scratch.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_a_list_the_error_names_init()
    {
        var outcome = await tool.RunAsync(scratch, "adopt", "--yes");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("dotnet kaizen init", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_no_template_next_to_a_list()
    {
        scratch.Write("TODO.md", Urgency);

        var outcome = (await tool.RunAsync(scratch, "init")).MustSucceed();

        Assert.Equal(["TODO.md"], Directory.GetFiles(scratch.Path).Select(Path.GetFileName));
        Assert.Contains("TODO.md has 4 entries. Next: `dotnet kaizen adopt`", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backlog_that_another_one_hides_is_named()
    {
        scratch.Write("BACKLOG.md", "# Backlog\n\n- [ ] The small one\n").Write("docs/BACKLOG.md", Urgency);

        var outcome = await tool.RunAsync(scratch, "check");

        Assert.Contains("not checked: docs/BACKLOG.md; ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_it_asks_and_a_no_writes_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        scratch.Write("IMPROVEMENTS.md", Boxes);

        var refused = await AnswerAsync("y\nn\n");
        Assert.Contains("Nothing was written", refused, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.PathOf("kaizen.json")));

        await AnswerAsync("n\ny\n");
        Assert.DoesNotContain("maybe", scratch.Read("kaizen.json"), StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.PathOf("kaizen.baseline.json")));
    }

    private async Task<string> AnswerAsync(string answers)
    {
        scratch.Write("answers", answers);
        var outcome = await Command.RunAsync(
            "bash",
            ["-c", $"script --quiet --return --command \"'{tool.Program}' adopt\" /dev/null < answers"],
            scratch.Path,
            scratch.Environment
        );
        return outcome.Output;
    }
}
