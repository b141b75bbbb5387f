using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>The folders that each folder of the source may use. Each uses only folders above it, so there are no cycles.</summary>
internal static class AllowedUses
{
    public static ImmutableArray<Folder> Core { get; } =
    [
        new("Backlogs.Titles", "the words of titles, and their similarity"),
        new("Backlogs", "the model: a backlog, its improvements and their fields and scores; input errors"),
        new("Escaping", "escapes untrusted text for each output format"),
        new(
            "Files",
            "the only way to files: opens plain files, replaces files atomically, keeps a repository's paths inside of it",
            "Backlogs"
        ),
        new("Masking", "removes secrets, e-mail addresses and home folders from texts"),
        new(
            "Transcripts",
            "reads the transcripts of agents into calls of tools, and finds what slowed them down",
            "Escaping Files Masking"
        ),
        new("Journaling", "records what commands write, so that it can be taken back", "Backlogs Files"),
        new("Signals", "what can be counted again and again, and the digest of its counts by day", "Backlogs Files"),
        new("Snapshots", "the issues of a tracker as they were pulled, and their file", "Backlogs Escaping Files"),
        new(
            "Reading.Transcribing",
            "writes improvements in other formats as Markdown, with their places in the original",
            "Backlogs"
        ),
        new(
            "Reading",
            "parses a text into a `Backlog`, with the position of each value",
            "Backlogs Files Snapshots Reading.Transcribing"
        ),
        new("Workspaces", "finds the files of a run", "Backlogs Files Reading"),
        new(
            "Timelines",
            "the history of a backlog as events, from git, from a tracker or from the dates in its file",
            "Backlogs Snapshots"
        ),
        new("History.Git", "runs git; no other folder does", "Backlogs Files"),
        new("History.Caching", "caches what was read from git"),
        new(
            "History",
            "reads timelines and changes from commits",
            "Backlogs.Titles Backlogs Files Snapshots Reading Workspaces Timelines History.Git History.Caching"
        ),
        new("Settings.Schema", "typed JSON values with their errors and their JSON schema", "Backlogs"),
        new("Settings", "the settings in force, from files, environment and options", "Backlogs Files Settings.Schema"),
        new(
            "Inputs",
            "collects the `Evidence` on a backlog: its text, timeline, settings and metrics",
            "Backlogs Files Signals Snapshots Reading Workspaces Timelines History Settings"
        ),
        new(
            "Rules",
            "the definition of a rule, its input, and what several rules share",
            "Backlogs Signals Timelines Settings"
        ),
        new("Rules.Statistics", "the statistics behind the thresholds"),
        new("Rules.Capture", "rules about finding improvements", "Backlogs.Titles Backlogs Timelines Settings Rules"),
        new("Rules.Prioritize", "rules about scores and their order", "Backlogs Settings Rules"),
        new(
            "Rules.Execute",
            "rules about completing improvements",
            "Backlogs Timelines Settings Rules Rules.Statistics"
        ),
        new("Rules.Measure", "rules about measured results", "Backlogs Signals Settings Rules Rules.Statistics"),
        new("Rules.Document", "rules about required descriptions", "Backlogs Settings Rules"),
        new("Rules.Integrity", "rules about files that contradict themselves", "Backlogs Timelines Settings Rules"),
        new(
            "Checking",
            "runs all rules and builds the `Verdict`, with suppressions, baseline and figures",
            "Backlogs Signals Reading Timelines Settings.Schema Settings Inputs Rules Rules.Statistics Rules.Capture Rules.Prioritize Rules.Execute Rules.Measure Rules.Document Rules.Integrity"
        ),
        new(
            "Planning",
            "selects the work of a week (`Plan`) and reviews the last one (`Review`)",
            "Backlogs Reading Timelines Settings Inputs Rules Rules.Statistics Rules.Execute Rules.Measure Checking"
        ),
        new(
            "Agents",
            "sessions of agents: what hosts report, what the hook answers, and what it remembers",
            "Backlogs Escaping Files Transcripts Timelines History.Git Settings Inputs Rules Rules.Execute Planning"
        ),
        new(
            "Analytics",
            "figures of a period (`ImprovementReport`): flow, forecasts, returns, metrics",
            "Backlogs Signals Timelines Settings Inputs Rules Rules.Measure Checking Planning Agents"
        ),
        new(
            "Metrics",
            "reads and records measurements in CSV and JSON Lines files",
            "Backlogs Escaping Files Reading Workspaces Settings Rules.Measure"
        ),
        new(
            "Editing",
            "edits the text of a backlog and leaves all other text unchanged",
            "Backlogs Files Journaling Snapshots Reading.Transcribing Reading"
        ),
        new("Editing.Archiving", "moves old improvements to the archive", "Backlogs Reading Timelines Editing"),
        new(
            "Editing.Fixes",
            "applies the remedies that need no decision",
            "Backlogs Reading Settings Inputs Rules Rules.Prioritize Rules.Measure Rules.Integrity Checking Editing"
        ),
        new(
            "Editing.Merging",
            "merges two versions of a backlog for git",
            "Backlogs.Titles Backlogs Reading Rules Editing"
        ),
        new("Editing.Undoing", "takes back what the journal recorded", "Backlogs Files Journaling Editing"),
        new(
            "Editing.Workflow",
            "the edits of a workflow: add, score, start, complete, defer, reject, schedule",
            "Backlogs.Titles Backlogs Journaling Reading Planning Metrics Editing"
        ),
        new(
            "Trackers",
            "asks trackers for issues, and changes them",
            "Backlogs Snapshots Reading.Transcribing Reading Settings Editing"
        ),
        new("Trackers.GitHub", "the REST API of GitHub", "Snapshots Reading Settings Trackers"),
        new("Trackers.GitLab", "the REST API of GitLab", "Backlogs Snapshots Reading Settings Trackers"),
        new(
            "Harvesting",
            "counts signals in transcripts, commits, and reports of tests and warnings, and finds candidates for improvements",
            "Backlogs Escaping Files Masking Transcripts Signals History.Git Trackers.GitHub"
        ),
        new(
            "Measuring",
            "measures metrics in reports of tests and warnings, and in runs",
            "Backlogs Files Settings Rules.Statistics Trackers.GitHub Harvesting"
        ),
        new(
            "Reporting.Phrasing",
            "sentences and figures that several formats share",
            "Backlogs Escaping Timelines Settings Rules Rules.Measure Checking Planning Agents Analytics"
        ),
        new("Reporting.Html", "a safe, self-contained HTML page", "Escaping"),
        new(
            "Reporting.Charts",
            "charts in SVG and Mermaid",
            "Backlogs Escaping Checking Planning Analytics Reporting.Phrasing Reporting.Html"
        ),
        new(
            "Reporting.Dashboard",
            "the parts of the HTML reports",
            "Backlogs Escaping Files Signals Workspaces Settings Rules Rules.Measure Checking Planning Agents Analytics Reporting.Phrasing Reporting.Html Reporting.Charts"
        ),
        new(
            "Reporting",
            "writes verdicts, plans, reviews and timelines in each format",
            "Backlogs Escaping Files Journaling Timelines Settings Inputs Rules Checking Planning Analytics Reporting.Phrasing Reporting.Html Reporting.Charts Reporting.Dashboard"
        ),
        new(
            "Reporting.Analytics",
            "writes an `ImprovementReport` in each format",
            "Backlogs Escaping Signals Settings Rules Rules.Statistics Rules.Measure Checking Planning Agents Analytics Reporting.Phrasing Reporting.Charts Reporting.Dashboard Reporting"
        ),
    ];

    public static ImmutableArray<Folder> Cli { get; } =
    [
        new(
            "Cli",
            "the host, options and help",
            "Backlogs Escaping Files Journaling Reading Workspaces Timelines Settings Rules Checking Planning Analytics Editing Reporting.Phrasing Reporting Reporting.Analytics"
        ),
        new("Cli.Hooks.Managers", "adds the hooks to the files of hook managers", "Backlogs Files Workspaces"),
        new(
            "Cli.Hooks",
            "installs git hooks and the merge driver",
            "Backlogs Escaping Files Reading Workspaces History.Git Settings Rules Checking Cli Cli.Hooks.Managers"
        ),
        new(
            "Cli.Pulling",
            "pulls trackers into snapshots, and writes changes back",
            "Backlogs Escaping Files Snapshots Reading Workspaces History Settings Editing Editing.Workflow Trackers Trackers.GitHub Trackers.GitLab Cli"
        ),
        new(
            "Cli.Items",
            "shared by the commands that edit one improvement",
            "Backlogs Escaping Files Journaling Signals Snapshots Reading Workspaces History Settings Rules.Measure Planning Metrics Editing Editing.Workflow Reporting.Phrasing Reporting Cli Cli.Pulling"
        ),
        new("Cli.Starting", "the files that `init` writes", "Backlogs Files Workspaces Reporting Cli"),
        new("Cli.Telemetry", "sends metrics by OTLP", "Escaping Analytics Reporting.Analytics Cli"),
        new(
            "Cli.Runs",
            "the work of the commands, after their arguments are parsed",
            "Backlogs Escaping Files Journaling Signals Reading Workspaces History.Git History Settings Inputs Rules Checking Agents Analytics Metrics Editing Editing.Archiving Editing.Fixes Editing.Merging Reporting.Dashboard Reporting Cli Cli.Telemetry"
        ),
        new(
            "Cli.Agents.Hosts",
            "adds the hook and the MCP server to the files of hosts",
            "Backlogs Settings.Schema Agents"
        ),
        new(
            "Cli.Agents",
            "runs the hook of agents, installs it, and shows its log",
            "Backlogs Escaping Files Journaling Workspaces History.Git History Settings Inputs Rules Rules.Capture Checking Agents Reporting Cli Cli.Hooks Cli.Runs Cli.Agents.Hosts"
        ),
        new(
            "Cli.Adopting",
            "starts with the lists of a repository: finds and reads them, drafts settings and a baseline",
            "Backlogs Escaping Files Journaling Reading Workspaces History Settings Inputs Rules Checking Editing Reporting.Phrasing Reporting Cli Cli.Pulling Cli.Items Cli.Runs"
        ),
        new(
            "Cli.Harvesting",
            "counts signals, and proposes and files candidates",
            "Backlogs Escaping Files Transcripts Signals Reading Workspaces History.Git Settings Editing Editing.Workflow Trackers Trackers.GitHub Harvesting Reporting.Phrasing Reporting Cli Cli.Pulling Cli.Items"
        ),
        new(
            "Cli.Measuring",
            "measures and records metrics",
            "Backlogs Files Workspaces Settings Trackers.GitHub Measuring Metrics Reporting.Phrasing Cli Cli.Harvesting"
        ),
        new(
            "Cli.Mcp",
            "serves the backlog as tools of the Model Context Protocol, which run the commands",
            "Backlogs Escaping Reading Reporting.Phrasing Reporting Cli Cli.Items"
        ),
        new(
            "Cli.Commands",
            "the commands, their options and examples",
            "Backlogs Escaping Files Journaling Signals Snapshots Reading Workspaces History.Git Settings Inputs Rules Rules.Measure Checking Planning Analytics Metrics Editing Editing.Undoing Editing.Workflow Harvesting Reporting.Phrasing Reporting Reporting.Analytics Cli Cli.Hooks.Managers Cli.Hooks Cli.Pulling Cli.Items Cli.Starting Cli.Runs Cli.Agents.Hosts Cli.Agents Cli.Adopting Cli.Harvesting Cli.Measuring Cli.Mcp"
        ),
    ];

    public static ImmutableArray<Folder> All { get; } = [.. Core, .. Cli];

    /// <summary>Formats the folders as a Markdown table.</summary>
    public static string Table(ImmutableArray<Folder> folders)
    {
        var text = new StringBuilder("\n| folder | does | uses |\n| --- | --- | --- |\n");
        foreach (var folder in folders)
        {
            text.Append($"| `{Path(folder.Name)}` | {folder.Does} | {string.Join(", ", folder.Uses.Select(Path))} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Path(string name) => name.Replace('.', '/');
}

/// <summary>A folder of the source, and its namespace.</summary>
/// <param name="Name">The path, with dots instead of slashes.</param>
/// <param name="Does">Its purpose.</param>
/// <param name="Used">The folders it uses, separated by spaces.</param>
internal sealed record Folder(string Name, string Does, string Used = "")
{
    public string Namespace =>
        Name == "Cli" || Name.StartsWith("Cli.", StringComparison.Ordinal)
            ? $"KaizenGate.{Name}"
            : $"KaizenGate.Core.{Name}";

    public ImmutableArray<string> Uses { get; } = [.. Used.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
