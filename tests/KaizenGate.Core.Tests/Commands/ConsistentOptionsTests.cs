using System.CommandLine;
using System.Text.Json;
using KaizenGate.Cli;
using KaizenGate.Cli.Commands;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>Every command takes the same options. The commands are found by walking their tree, so that a new one cannot be forgotten.</summary>
public sealed class ConsistentOptionsTests : IDisposable
{
    /// <summary>Commands that print no data: text for a shell or a person, what another program asks for, a protocol, or a page.</summary>
    private static readonly string[] WithoutJson =
    [
        "agent hook",
        "completion",
        "help",
        "hook run",
        "mcp",
        "merge-driver",
        "open",
        "schema",
    ];

    /// <summary>
    /// Commands that change no file of the repository. A file of <c>--output</c> and <c>--report</c> is where the answer goes, and git
    /// passes temporary files to the merge driver. The calls to the server of <c>mcp</c> are the edits, not the command.
    /// </summary>
    private static readonly string[] ReadOnly =
    [
        "agent doctor",
        "agent hook",
        "agent log",
        "agent session",
        "badge",
        "check",
        "completion",
        "explain",
        "help",
        "history",
        "hook run",
        "list",
        "mcp",
        "merge-driver",
        "metric list",
        "open",
        "read",
        "report",
        "review",
        "rules",
        "schema",
        "show",
    ];

    /// <summary>Commands that read no backlog, or the backlog of the repository in which they are installed.</summary>
    private static readonly string[] WithoutPath =
    [
        "agent doctor",
        "agent hook",
        "agent install",
        "agent log",
        "agent session",
        "agent uninstall",
        "completion",
        "explain",
        "help",
        "hook install",
        "hook run",
        "hook uninstall",
        "init",
        "mcp",
        "merge-driver",
        "metric rebase",
        "metric record",
        "pull",
        "rules",
        "schema",
        "undo",
    ];

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Every_command_that_prints_data_has_both_spellings_of_JSON() =>
        Assert.Equal(WithoutJson, Without("--json").Union(Without("--format")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_command_that_writes_has_a_dry_run() => Assert.Equal(ReadOnly, Without("--dry-run"));

    [Fact]
    public void Every_command_that_reads_backlogs_takes_their_paths() =>
        Assert.Equal(
            WithoutPath,
            Leaves()
                .Where(one => one.Command.Arguments.All(argument => argument.Name is not ("PATH" or "FILE")))
                .Select(one => one.Name)
                .Union(["hook run"])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_command_has_a_help_page()
    {
        foreach (var (name, _) in Leaves())
        {
            string[] words = name.Split(' ');
            Assert.Equal(run.Run([.. words, "--help"]).MustBe(0), run.Run(["help", .. words]).MustBe(0));
        }
    }

    [Theory]
    [InlineData("check --fail-on never")]
    [InlineData("report")]
    [InlineData("badge")]
    [InlineData("plan")]
    [InlineData("plan --commit --dry-run")]
    [InlineData("review")]
    [InlineData("history")]
    [InlineData("list")]
    [InlineData("show IMP-001")]
    [InlineData("fix --dry-run")]
    [InlineData("read")]
    [InlineData("explain KZ201 KZ205")]
    [InlineData("rules")]
    [InlineData("metric list")]
    [InlineData("metric record p95 4.5 --dry-run")]
    [InlineData("metric rebase p95 --dry-run")]
    [InlineData("adopt --dry-run")]
    [InlineData("init --github --dry-run")]
    [InlineData("baseline --dry-run")]
    [InlineData("archive --days 0 --dry-run")]
    [InlineData("add new --dry-run")]
    [InlineData("score IMP-001 --impact 4 --dry-run")]
    [InlineData("start IMP-001 --dry-run")]
    [InlineData("done IMP-001 --hours 1 --dry-run")]
    [InlineData("defer IMP-001 --reason later --dry-run")]
    [InlineData("reject IMP-001 --reason never --dry-run")]
    [InlineData("reopen IMP-002 --dry-run")]
    [InlineData("edit IMP-001 --owner Ada --dry-run")]
    public void Both_spellings_print_the_same_JSON_and_a_dry_run_writes_nothing(string command)
    {
        WriteBacklog();
        var before = run.Files();
        var words = command.Split(' ');

        var printed = run.Run([.. words, "--json"]);

        Assert.True(printed.ExitCode < 2, printed.ToString());
        Assert.Equal(printed, run.Run([.. words, "--format", "json"]));
        Assert.Equal(printed, run.Run([.. words, "--format", "JSON", "--json"]));
        using var document = JsonDocument.Parse(printed.Output);
        Assert.True(document.RootElement.GetRawText().Length > 2);
        Assert.Equal(before, run.Files());
    }

    [Theory]
    [InlineData("fix")]
    [InlineData("plan --commit")]
    [InlineData("metric record p95 4.5")]
    [InlineData("metric rebase p95")]
    [InlineData("init --github")]
    [InlineData("baseline")]
    [InlineData("adopt --yes")]
    [InlineData("archive --days 0")]
    [InlineData("add new")]
    [InlineData("score IMP-001 --impact 4")]
    [InlineData("start IMP-001")]
    [InlineData("done IMP-001 --hours 1")]
    [InlineData("defer IMP-001 --reason later")]
    [InlineData("edit IMP-001 --owner Ada")]
    public void A_dry_run_shows_exactly_what_is_written(string command)
    {
        WriteBacklog();
        var words = command.Split(' ');
        var before = run.Files();
        var diff = run.Run([.. words, "--dry-run"]).Output;
        Assert.Equal(before, run.Files());

        run.Run(words);

        var changed = run.Files().Where(file => before.GetValueOrDefault(file.Key) != file.Value).ToList();
        Assert.NotEmpty(changed);
        foreach (var (path, text) in changed)
        {
            Assert.Contains($"+++ b/{path}\n", diff, StringComparison.Ordinal);
            Assert.Equal(text, Patched(before.GetValueOrDefault(path, ""), diff, path));
        }
    }

    [Theory]
    [InlineData("list --json --format text", "--format text and --json cannot be used together")]
    [InlineData("plan --json --markdown", "--json and --markdown cannot be used together")]
    [InlineData("list --format jsno", "unknown format \"jsno\" for --format. Did you mean \"json\"?")]
    [InlineData("badge --format png", "unknown format \"png\" for --format. Use one of svg, json.")]
    [InlineData("defer IMP-001 --reason later --until 2020-01-01", "--until 2020-01-01 is before today (2026-03-02)")]
    [InlineData("defer IMP-001 --reason later --until tomorrow", "--until must be a date")]
    [InlineData("metric record p95 4.5 --date 2999-01-01", "--date 2999-01-01 is after today (2026-03-02)")]
    [InlineData("start IMP-001 --baseline p95=fast", "--baseline must have a number, not \"p95=fast\"")]
    [InlineData("start IMP-001 --baseline p95@fast", "--baseline must have a number")]
    [InlineData("done IMP-001 --measured p95=fast", "--measured must have a number")]
    [InlineData("done IMP-001 --hours soon", "--hours must be a number of hours above 0")]
    [InlineData("done IMP-001 --saved much", "--saved is \"much\"; use a time")]
    [InlineData("add new --impact 11", "--impact must be a whole number from 1 to 10, not \"11\"")]
    [InlineData("score IMP-001 --effort 0", "--effort must be a whole number from 1 to 10, not \"0\"")]
    [InlineData("add new --hours -1", "--hours must be a number of hours above 0")]
    [InlineData("edit IMP-001 --target-date 2026-13-01", "--target-date must be a date")]
    [InlineData("list --status opne", "unknown value \"opne\" for --status. Did you mean \"open\"?")]
    [InlineData("list --sort scroe", "Did you mean \"score\"?")]
    [InlineData("check --fail-on eror", "error")]
    [InlineData("check --profile strickt", "Did you mean \"strict\"?")]
    [InlineData("check docs/*.md", "no file matches \"docs/*.md\"")]
    [InlineData(
        "score IMPROVEMENTS.md",
        "\"IMPROVEMENTS.md\" is a file, not an improvement. Use `dotnet kaizen score --backlog IMPROVEMENTS.md`"
    )]
    [InlineData("score . --impact 3", "\".\" is a folder, not an improvement")]
    [InlineData("show IMPROVEMENTS.md", "Use `dotnet kaizen show ID --backlog IMPROVEMENTS.md`")]
    [InlineData("done IMPROVEMENTS.md", "Use `dotnet kaizen done ID --backlog IMPROVEMENTS.md`")]
    [InlineData("check IMPROVEMENT.md", "Did you mean IMPROVEMENTS.md?")]
    public void A_wrong_value_is_refused_with_what_to_do(string command, string message)
    {
        WriteBacklog();
        var before = run.Files();

        var printed = run.Run(
            command.Replace('@', ' ').Split(' ') is var words && command.Contains('@', StringComparison.Ordinal)
                ? [.. words[..^2], $"{words[^2]} {words[^1]}"]
                : command.Split(' ')
        );

        Assert.Equal(2, printed.ExitCode);
        Assert.Contains(message, printed.Error, StringComparison.Ordinal);
        Assert.Equal(before, run.Files());
    }

    [Fact]
    public void A_path_after_the_id_and_a_pattern_select_the_backlog()
    {
        run.Write(
            "a/BACKLOG.md",
            "# Backlog\n\n### A-1: First\n\n- **Impact:** 5\n- **Effort:** 5\n- **Status:** To Do\n"
        );
        run.Write("b/BACKLOG.md", "# Backlog\n\n### B-1: Second\n\n- **Status:** To Do\n");

        run.Run("score", "A-1", "a/BACKLOG.md", "--impact", "8").MustBe(0);

        Assert.Contains("8", run.Read("a/BACKLOG.md"), StringComparison.Ordinal);
        Assert.Contains("B-1", run.Run("list", "b").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Contains("B-1", run.Run("show", "B-1", "*/BACKLOG.md").MustBe(0).Output, StringComparison.Ordinal);
        Assert.Equal(run.Run("list", "--backlog", "a").Output, run.Run("list", "a").Output);
    }

    [Fact]
    public void A_path_instead_of_an_id_is_named_without_a_usual_backlog()
    {
        run.Write("plans/our list.md", "# Backlog\n\n### A-1: First\n\n- **Status:** To Do\n");

        Assert.Contains(
            "\"plans/our list.md\" is a file, not an improvement. Use `dotnet kaizen score --backlog PATH`",
            run.Run("score", "plans/our list.md").MustBe(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "there is no improvement \"plans/other.md\"",
            run.Run("score", "plans/other.md", "--backlog", "plans/our list.md", "--impact", "3").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_concluded_is_in_the_JSON_of_an_improvement()
    {
        run.Write(
            "BACKLOG.md",
            "# Backlog\n\n### A-1: First\n\n- **Impact:** High\n- **Effort:** 2/5\n- **Status:** To Do\n"
        );

        using var shown = JsonDocument.Parse(run.Run("show", "A-1", "--json").MustBe(0).Output);

        Assert.Equal(
            ["impact 8 High", "effort 4 2/5"],
            shown
                .RootElement.GetProperty("item")
                .GetProperty("concluded")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("field")} {one.GetProperty("value")} {one.GetProperty("source")}")
        );
    }

    [Fact]
    public void A_pattern_of_the_settings_that_matches_nothing_is_named()
    {
        WriteBacklog();
        run.Write("kaizen.json", """{ "backlogs": ["IMPROVEMENTS.md", "teams/*/BACKLOG.md"] }""");
        Assert.Contains(
            "\"teams/*/BACKLOG.md\" in `backlogs` in kaizen.json matches no file",
            run.Run("check", "--fail-on", "never").Error,
            StringComparison.Ordinal
        );

        run.Write("kaizen.json", """{ "backlogs": ["teams/*/BACKLOG.md"] }""");
        Assert.Contains(
            "no backlog found: no file matches `backlogs` in kaizen.json (teams/*/BACKLOG.md)",
            run.Run("list").MustBe(2).Error,
            StringComparison.Ordinal
        );
    }

    private static List<string> Without(string option) =>
        [
            .. Leaves()
                .Where(one => one.Command.Options.All(known => known.Name != option))
                .Select(one => one.Name)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>All commands without subcommands, by their full names.</summary>
    private static IEnumerable<(string Name, Command Command)> Leaves()
    {
        var host = new Host(Stream.Null, Stream.Null, null)
        {
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = new Dictionary<string, string>(),
            Time = TimeProvider.System,
            Version = "0.1.0",
        };
        return CommandList.All.SelectMany(one => Below(one.Create(host), one.Name));

        static IEnumerable<(string, Command)> Below(Command command, string name) =>
            command.Subcommands.Count == 0
                ? [(name, command)]
                : command.Subcommands.SelectMany(sub => Below(sub, $"{name} {sub.Name}"));
    }

    private void WriteBacklog()
    {
        run.Write(
            "IMPROVEMENTS.md",
            """
            # Improvement Backlog

            ## High Priority

            ### [IMP-001] Cache the dependencies

            - **Impact:** 8/10
            - **Effort:** 2/10
            - **Priority Score:** 60
            - **Status:** To Do
            - **Captured:** 2026-02-16

            ## Completed

            ### [IMP-002] Pin the versions

            - **Impact:** 6/10
            - **Effort:** 3/10
            - **Status:** Done
            - **Captured:** 2026-01-05
            - **Completed:** 2026-01-12
            - **Measured Impact:** builds 9 min → 5 min

            """.ReplaceLineEndings("\n")
        );
        run.Write("metrics.csv", "metric,date,value\np95,2026-02-02,9\np95,2026-02-09,8\n");
        run.Write("kaizen.json", """{ "metrics": { "p95": { "better": "lower", "source": "metrics.csv" } } }""");
    }

    /// <summary>Applies the part of a unified diff that is about one file.</summary>
    private static string Patched(string before, string diff, string path)
    {
        var old = before.Split('\n').ToList();
        var lines = diff.Split('\n')
            .SkipWhile(line => line != $"+++ b/{path}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("--- a/", StringComparison.Ordinal));
        var shift = 0;
        var at = 0;
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            switch (line[0])
            {
                case '@':
                    var start = int.Parse(
                        line.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)[1],
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                    at = Math.Max(0, start - 1) + shift;
                    break;
                case '-':
                    Assert.Equal(line[1..], old[at]);
                    old.RemoveAt(at);
                    shift--;
                    break;
                case '+':
                    old.Insert(at++, line[1..]);
                    shift++;
                    break;
                case ' ':
                    Assert.Equal(line[1..], old[at]);
                    at++;
                    break;
                default:
                    break;
            }
        }

        return string.Join('\n', old);
    }
}
