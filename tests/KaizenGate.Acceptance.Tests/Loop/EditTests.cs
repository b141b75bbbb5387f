using System.Text.Json;

namespace KaizenGate.Acceptance.Tests.Loop;

/// <summary><c>edit</c>, <c>reopen</c>, <c>score --json -</c> and <c>open</c>.</summary>
public sealed class EditTests(PackedTool tool) : IDisposable
{
    private readonly Scratch scratch = new Scratch().Write("IMPROVEMENTS.md", Samples.Good);

    private string Text => scratch.Read("IMPROVEMENTS.md");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Fields_are_set_and_removed()
    {
        var outcome = await tool.RunAsync(
            scratch,
            "edit",
            "1",
            "--title",
            "Cache packages",
            "--owner",
            "",
            "--target-date",
            "2026-03-06",
            "--effort",
            "4",
            "--json"
        );

        var item = JsonElement.Parse(outcome.MustSucceed().Output).GetProperty("items")[0];
        Assert.Equal("Cache packages", item.GetProperty("title").GetString());
        Assert.Equal(56, item.GetProperty("score").GetDouble());
        Assert.Contains(
            """
            ### [IMP-001] Cache packages

            - **Impact:** 8/10
            - **Effort:** 4/10
            - **Priority Score:** 56
            - **Status:** To Do
            - **Category:** Performance
            - **Captured:** 2026-02-20
            - **Target Date:** 2026-03-06
            """,
            Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--target-date|soon", "--target-date must be a date")]
    [InlineData("--hours|many", "--hours must be a number of hours")]
    [InlineData("--impact|11", "--impact must be a whole number from 1 to 10")]
    [InlineData("--title| ", "--title is empty")]
    public async Task A_wrong_value_is_refused(string arguments, string message)
    {
        var outcome = await tool.RunAsync(scratch, ["edit", "IMP-001", .. arguments.Split('|')]);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(Samples.Good, Text);
    }

    [Fact]
    public async Task Without_a_field_the_text_is_edited_in_the_editor()
    {
        var outcome = await InEditorAsync("sed -i 's/Ada/Grace/'");

        Assert.True(outcome.ExitCode == 0, outcome.ToString());
        Assert.Equal(Samples.Good.Replace("Ada", "Grace", StringComparison.Ordinal), Text);
        Assert.Empty(Directory.EnumerateFiles(scratch.PathOf("tmp")));
    }

    [Theory]
    [InlineData("sed -i '$a ### [IMP-009] Another'", "read as 2 improvements instead of one")]
    [InlineData("sed -i '1,$d'", "read as 0 improvements instead of one")]
    [InlineData("sed -i s/IMP-001/IMP-002/", "there is another improvement")]
    [InlineData("false", "the editor ended with 1")]
    [InlineData("no-such-editor", "is not found")]
    [InlineData("./editor", "is not found")]
    public async Task What_would_change_more_than_the_item_is_refused(string editor, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no shell script");
        scratch.Write("editor", "#!/bin/sh\ntouch owned\n");
        MakeProgram("editor");

        var outcome = await InEditorAsync(editor);

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains(message, outcome.Output, StringComparison.Ordinal);
        Assert.Equal(Samples.Good, Text);
        Assert.False(File.Exists(scratch.PathOf("owned")));
    }

    [Fact]
    public async Task Without_a_terminal_there_is_no_editor()
    {
        var outcome = await tool.RunAsync(scratch.With("EDITOR", "true"), "edit", "IMP-001");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Contains("no field is given", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completion_is_reopened()
    {
        (await tool.RunAsync(scratch, "reopen", "IMP-002", "--reason", "slow again")).MustSucceed();

        var shown = JsonElement.Parse((await tool.RunAsync(scratch, "show", "IMP-002", "--json")).Output);
        var item = shown.GetProperty("item");
        Assert.Equal("toDo", item.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("completed").ValueKind);
        Assert.Equal("slow again", item.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_list_of_scores_is_written_completely_or_not_at_all()
    {
        var both = """[{"reference":"IMP-001","impact":9,"effort":1},{"id":"IMP-002","impact":"3"}]""";
        var outcome = await ScoreAsync(both);
        var items = JsonElement.Parse(outcome.MustSucceed().Output).GetProperty("items");
        Assert.Equal(["IMP-001", "IMP-002"], items.EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(90, items[0].GetProperty("score").GetDouble());

        foreach (
            var (wrong, message) in new[]
            {
                (
                    """[{"id":"IMP-001","impact":2},{"id":"IMP-9","impact":3}]""",
                    "object 2 of 2 in the input: there is no improvement \"IMP-9\""
                ),
                (
                    """[{"id":"IMP-001","impact":2},{"id":"IMP-002","impact":11}]""",
                    "object 2 of 2 in the input: --impact must be a whole number"
                ),
                (
                    """[{"id":"IMP-001","impact":2},{"id":"imp-001","effort":3}]""",
                    "objects 1 and 2 in the input are both"
                ),
                ("""[{"id":"IMP-001"}]""", "object 1 of 1 in the input: \"impact\" and \"effort\" are missing"),
                ("""[{"impact":3}]""", "object 1 of 1 in the input: \"reference\" and \"id\" are missing"),
                ("""[{"id":"IMP-001","impct":3}]""", "object 1 of 1 in the input: unknown property \"impct\""),
                ("""[{"id":"\ud800","impact":3}]""", "a character that does not exist"),
                ("""[7]""", "object 1 of 1 in the input: the input contains a value that is not an object"),
                ("""[""", "the input is not valid JSON"),
            }
        )
        {
            var before = Text;
            var refused = await ScoreAsync(wrong);
            Assert.True(refused.ExitCode == 2, refused.ToString());
            Assert.Contains(message, refused.Error, StringComparison.Ordinal);
            Assert.Equal(before, Text);
        }
    }

    [Fact]
    public async Task A_page_is_opened_in_the_browser()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no shell script");
        Directory.CreateDirectory(scratch.PathOf("tmp"));
        scratch.Write(
            "bin/browser",
            $"#!/bin/sh\ncp \"$2\" '{scratch.PathOf("page.html")}.part' && mv '{scratch.PathOf("page.html")}.part' '{scratch.PathOf("page.html")}'\n"
        );
        MakeProgram("bin/browser");
        scratch
            .With("TMPDIR", scratch.PathOf("tmp"))
            .With("BROWSER", $"missing:{scratch.PathOf("bin/browser")} --new-window");

        var outcome = (await tool.RunAsync(scratch, "open", "--as-of", Samples.AsOf)).MustSucceed();

        Assert.Equal(outcome.Text, Directory.EnumerateFiles(scratch.PathOf("tmp")).Single());
        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(outcome.Text) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
        for (var wait = 0; wait < 300 && !File.Exists(scratch.PathOf("page.html")); wait++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("<!DOCTYPE html>", scratch.Read("page.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_a_browser_the_path_is_printed()
    {
        Directory.CreateDirectory(scratch.PathOf("tmp"));
        scratch.With("TMPDIR", scratch.PathOf("tmp")).With("BROWSER", "missing");

        var outcome = (await tool.RunAsync(scratch, "open", "--as-of", Samples.AsOf)).MustSucceed();

        Assert.True(File.Exists(outcome.Text), outcome.ToString());
    }

    [Fact]
    public async Task Without_a_backlog_no_page_is_left()
    {
        File.Delete(scratch.PathOf("IMPROVEMENTS.md"));
        Directory.CreateDirectory(scratch.PathOf("tmp"));

        var outcome = await tool.RunAsync(scratch.With("TMPDIR", scratch.PathOf("tmp")), "open");

        Assert.True(outcome.ExitCode == 2, outcome.ToString());
        Assert.Empty(Directory.EnumerateFiles(scratch.PathOf("tmp")));
    }

    private void MakeProgram(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(scratch.PathOf(file), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private Task<Outcome> ScoreAsync(string input)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no bash");
        scratch.Write("scores.json", input);
        return Command.RunAsync(
            "bash",
            ["-c", $"'{tool.Program}' score --json - < scores.json"],
            scratch.Path,
            scratch.Environment
        );
    }

    private Task<Outcome> InEditorAsync(string editor)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "there is no script program");
        Directory.CreateDirectory(scratch.PathOf("tmp"));
        scratch.With("EDITOR", editor).With("TMPDIR", scratch.PathOf("tmp")).With("TERM", "dumb");
        return Command.RunAsync(
            "script",
            ["--quiet", "--return", "--command", $"'{tool.Program}' edit IMP-001", "/dev/null"],
            scratch.Path,
            scratch.Environment
        );
    }
}
