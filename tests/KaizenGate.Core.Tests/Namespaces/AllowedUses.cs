using System.Collections.Immutable;
using System.Text;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>The folders that each source folder may use: only earlier ones in the list, so that there is no cycle.</summary>
internal static class AllowedUses
{
    public static ImmutableArray<Folder> Core { get; } =
    [
        new("Backlogs.Titles", "words of titles, and how alike two of them are"),
        new("Backlogs", "the model: a backlog, its improvements and their scores, and what is wrong with an input"),
        new("Escaping", "writes text from outside so that no output format is steered by it"),
        new("Reading", "makes a `Backlog` of a text, with the place of each value", "Backlogs"),
        new("Workspaces", "finds and opens the files of a run, and replaces files as a whole", "Backlogs Reading"),
        new("Timelines", "the events of a backlog; derives them from the dates in its file", "Backlogs"),
        new("History.Git", "runs git; nothing else does", "Backlogs Workspaces"),
        new("History.Caching", "caches what was read from git"),
        new(
            "History",
            "reads timelines and changes from the commits",
            "Backlogs.Titles Backlogs Reading Workspaces Timelines History.Git History.Caching"
        ),
        new("Settings.Schema", "typed values in JSON, each with its errors and its JSON schema", "Backlogs"),
        new("Settings", "the settings in force, from files, environment and options", "Backlogs Settings.Schema"),
        new(
            "Inputs",
            "gathers the `Evidence` on a backlog: its text, timeline, settings and metrics",
            "Backlogs Reading Workspaces Timelines History Settings"
        ),
        new("Rules", "what a rule is, what it sees, and what several of them ask", "Backlogs Timelines Settings"),
        new("Rules.Statistics", "the statistics that thresholds rest on"),
        new("Rules.Capture", "rules about finding improvements", "Backlogs.Titles Backlogs Timelines Settings Rules"),
        new("Rules.Prioritize", "rules about scores and their order", "Backlogs Settings Rules"),
        new("Rules.Execute", "rules about getting them done", "Backlogs Timelines Settings Rules Rules.Statistics"),
        new("Rules.Measure", "rules about what they brought", "Backlogs Settings Rules Rules.Statistics"),
        new("Rules.Document", "rules about what has to be written down", "Backlogs Settings Rules"),
        new("Rules.Integrity", "rules about a file that contradicts itself", "Backlogs Settings Rules"),
        new(
            "Checking",
            "lists all rules, asks them, and makes the `Verdict`, with suppressions, baseline and figures",
            "Backlogs Reading Timelines Settings.Schema Settings Inputs Rules Rules.Statistics Rules.Capture Rules.Prioritize Rules.Execute Rules.Measure Rules.Document Rules.Integrity"
        ),
        new(
            "Planning",
            "chooses the work of a week (`Plan`), and looks back at the last one (`Review`)",
            "Backlogs Timelines Settings Inputs Rules Rules.Execute Rules.Measure Checking"
        ),
        new(
            "Analytics",
            "figures of a period (`ImprovementReport`): flow, forecasts, returns, metrics",
            "Backlogs Timelines Settings Inputs Rules Rules.Statistics Rules.Measure Checking Planning"
        ),
        new(
            "Metrics",
            "reads and records measurements in CSV and JSON Lines files",
            "Backlogs Escaping Reading Workspaces Settings Rules.Measure"
        ),
        new(
            "Editing",
            "changes the text of a backlog, and leaves all other text as it was",
            "Backlogs Reading Workspaces"
        ),
        new("Editing.Archiving", "moves old improvements to the archive", "Backlogs Reading Timelines Editing"),
        new(
            "Editing.Fixes",
            "applies the remedies of rules that need no decision",
            "Backlogs Reading Settings Inputs Rules Rules.Prioritize Rules.Measure Rules.Integrity Checking Editing"
        ),
        new(
            "Editing.Merging",
            "merges two versions of a backlog for git",
            "Backlogs.Titles Backlogs Reading Rules Editing"
        ),
        new(
            "Editing.Workflow",
            "edits of one step: add, score, start, complete, defer, reject, schedule",
            "Backlogs.Titles Backlogs Reading Settings Planning Metrics Editing"
        ),
        new(
            "Reporting.Phrasing",
            "sentences and figures that several formats share",
            "Backlogs Escaping Timelines Settings Rules Checking Planning Analytics"
        ),
        new("Reporting.Html", "one HTML page, safe and self-contained", "Escaping Rules"),
        new(
            "Reporting.Charts",
            "charts in SVG and Mermaid",
            "Backlogs Checking Planning Analytics Reporting.Phrasing Reporting.Html"
        ),
        new(
            "Reporting.Dashboard",
            "the parts of the HTML reports",
            "Backlogs Escaping Workspaces Settings Rules Checking Planning Analytics Reporting.Phrasing Reporting.Html Reporting.Charts"
        ),
        new(
            "Reporting",
            "writes verdicts, plans, reviews and timelines in each format",
            "Backlogs Escaping Workspaces Timelines Settings Inputs Rules Checking Planning Analytics Reporting.Phrasing Reporting.Html Reporting.Charts Reporting.Dashboard"
        ),
        new(
            "Reporting.Analytics",
            "writes an `ImprovementReport` in each format",
            "Backlogs Escaping Settings Rules Checking Analytics Reporting.Phrasing Reporting.Charts Reporting.Dashboard Reporting"
        ),
    ];

    public static ImmutableArray<Folder> Cli { get; } =
    [
        new(
            "Cli",
            "the program's surroundings, options and help",
            "Backlogs Escaping Workspaces Timelines Settings Rules Checking Planning Reporting.Phrasing Reporting Reporting.Analytics"
        ),
        new(
            "Cli.Hooks",
            "installs git hooks and the merge driver",
            "Backlogs Workspaces History.Git Settings Rules Checking Cli"
        ),
        new(
            "Cli.Items",
            "what the commands for one improvement share",
            "Backlogs Escaping Reading Workspaces Settings Metrics Editing Editing.Workflow Reporting.Phrasing Reporting Cli"
        ),
        new("Cli.Starting", "the files that `init` writes", "Backlogs Escaping Workspaces Cli"),
        new("Cli.Telemetry", "sends metrics by OTLP", "Escaping Analytics Reporting.Analytics Cli"),
        new(
            "Cli.Runs",
            "what a command does once its arguments are read",
            "Backlogs Escaping Reading Workspaces History.Git History Settings Inputs Rules Checking Analytics Metrics Editing Editing.Archiving Editing.Fixes Editing.Merging Reporting.Dashboard Reporting Reporting.Analytics Cli Cli.Telemetry"
        ),
        new(
            "Cli.Commands",
            "the commands, their options and examples",
            "Backlogs Escaping Reading Workspaces History.Git History Settings Inputs Rules Checking Planning Analytics Metrics Editing Editing.Workflow Reporting.Phrasing Reporting Reporting.Analytics Cli Cli.Hooks Cli.Items Cli.Starting Cli.Runs"
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

/// <summary>A source folder, which is also a namespace.</summary>
/// <param name="Name">Its name, with dots before subfolders.</param>
/// <param name="Does">Its purpose.</param>
/// <param name="Used">The folders that it uses, separated by spaces.</param>
internal sealed record Folder(string Name, string Does, string Used = "")
{
    public string Namespace =>
        Name == "Cli" || Name.StartsWith("Cli.", StringComparison.Ordinal)
            ? $"KaizenGate.{Name}"
            : $"KaizenGate.Core.{Name}";

    public ImmutableArray<string> Uses { get; } = [.. Used.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
