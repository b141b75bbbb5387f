using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli;

/// <summary>Options for the git history.</summary>
internal sealed class HistoryOptions
{
    private readonly Option<string?> since = new("--since")
    {
        HelpName = "REV",
        Description =
            "Check the change since the merge base with this commit, branch or tag. Rules about single improvements apply only to those it touched.",
    };

    private readonly Option<bool> staged = new("--staged")
    {
        Description = "Check the staged version of the files, as the pre-commit hook does.",
    };

    private readonly Option<bool> only = new("--only-changed")
    {
        Description =
            "With --since or --staged: check only backlogs that the change touches, including their archives and settings.",
    };

    private readonly Option<string> settingsFrom = new("--settings-from")
    {
        HelpName = "WHERE",
        Description =
            "With --since or --staged: check with the settings and the baseline after the change (head) or before it (base).",
        DefaultValueFactory = _ => "head",
    };

    private readonly Option<bool> without = new("--no-history")
    {
        Description = "Ignore the git history; use the dates in the file.",
    };

    private readonly Option<bool> required = new("--require-history")
    {
        Description = "Exit with code 2 if the git history is not available.",
    };

    /// <summary>Adds the options that limit a check to a change.</summary>
    public void AddChangeTo(Command command)
    {
        command.Add(since);
        command.Add(staged);
        command.Add(only);
    }

    /// <summary>Adds the options that turn the history off or require it.</summary>
    public void AddUseTo(Command command)
    {
        command.Add(without);
        command.Add(required);
    }

    /// <summary>Adds the option that chooses the settings for a change.</summary>
    public void AddSettingsTo(Command command)
    {
        settingsFrom.CompletionSources.Add("base", "head");
        command.Add(settingsFrom);
    }

    /// <summary>The change to check.</summary>
    /// <exception cref="InputException">The options exclude each other, or the revision is invalid.</exception>
    public Change ChangeOf(ParseResult parsed)
    {
        var change = (parsed.GetValue(since), parsed.GetValue(staged)) switch
        {
            ({ }, true) => throw new InputException(
                "--since and --staged cannot be used together",
                "Use --staged in a pre-commit hook and --since in the build of a branch."
            ),
            ({ } revision, _) => new Change(Change.Revision(revision, "--since"), IsStaged: false),
            (_, var isStaged) => new Change(null, isStaged),
        };
        return parsed.GetValue(only) && change == Change.None
            ? throw new InputException(
                "--only-changed requires --since or --staged",
                "For example --since origin/main --only-changed."
            )
            : change with
            {
                IsOnly = parsed.GetValue(only),
                UsesSettingsBefore = UsesSettingsBefore(parsed, change),
            };
    }

    /// <summary>Use of the history given on the command line; null if not given.</summary>
    /// <exception cref="InputException">The options exclude each other.</exception>
    public HistoryUse? UseOf(ParseResult parsed) =>
        (parsed.GetValue(without), parsed.GetValue(required)) switch
        {
            (true, true) => throw new InputException(
                "--no-history and --require-history cannot be used together",
                "Remove one of them."
            ),
            (true, _) => HistoryUse.Off,
            (_, true) => HistoryUse.Required,
            _ => null,
        };

    private bool UsesSettingsBefore(ParseResult parsed, Change change) =>
        !parsed.CommandResult.Command.Options.Contains(settingsFrom)
            ? false
            : parsed.GetValue(settingsFrom) switch
            {
                "head" => false,
                "base" when change != Change.None => true,
                "base" => throw new InputException(
                    "--settings-from base requires --since or --staged",
                    "For example --since origin/main --settings-from base."
                ),
                var other => throw new InputException(
                    $"--settings-from must be base or head, not {Quote.Of(other ?? "")}",
                    "For example --since origin/main --settings-from base."
                ),
            };
}

/// <summary>What to check: everything, or a change.</summary>
/// <param name="Since">The change begins at the merge base with this revision, which may not exist; null for none.</param>
/// <param name="IsStaged">Whether to check the staged version of the files.</param>
internal sealed record Change(string? Since, bool IsStaged)
{
    /// <summary>Whether to check only backlogs that the change touches.</summary>
    public bool IsOnly { get; init; }

    /// <summary>The message with which the staged changes are committed; null when it is unknown.</summary>
    public string? Message { get; init; }

    /// <summary>Whether to check with the settings and the baseline before the change.</summary>
    public bool UsesSettingsBefore { get; init; }

    /// <summary>Whether everything is checked.</summary>
    public bool IsNone => Since is null && !IsStaged;

    /// <summary>Checks everything.</summary>
    public static Change None { get; } = new(null, false);

    /// <summary>Checks a revision, and returns it.</summary>
    /// <param name="text">The revision, which may not exist.</param>
    /// <param name="name">What contains it, for the message.</param>
    /// <exception cref="InputException">Git would take it for an option, or it has control characters.</exception>
    public static string Revision(string text, string name) =>
        string.IsNullOrWhiteSpace(text) || text[0] == '-' || text.Any(char.IsControl)
            ? throw new InputException(
                $"{name} must be a commit, branch or tag, not {Quote.Of(text)}",
                "For example --since origin/main."
            )
            : text;
}
