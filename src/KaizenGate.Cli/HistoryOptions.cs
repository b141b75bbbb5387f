using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>The options about what git knows.</summary>
internal sealed class HistoryOptions
{
    private readonly Option<string?> since = new("--since")
    {
        HelpName = "REV",
        Description =
            "Judge the change since the merge base with this commit, branch or tag: single improvements only where it touched them.",
    };

    private readonly Option<bool> staged = new("--staged")
    {
        Description = "Judge what is staged for the next commit, in place of the files, as a pre-commit hook does.",
    };

    private readonly Option<bool> only = new("--only-changed")
    {
        Description =
            "With --since or --staged: judge only the backlogs that the change touches, by themselves, their archive or their settings.",
    };

    private readonly Option<bool> without = new("--no-history")
    {
        Description = "Leave git's history alone, and go by the dates in the file.",
    };

    private readonly Option<bool> required = new("--require-history")
    {
        Description = "End with status 2 and the reason when git's history cannot be seen.",
    };

    /// <summary>Adds those that say what to judge.</summary>
    public void AddChangeTo(Command command)
    {
        command.Add(since);
        command.Add(staged);
        command.Add(only);
    }

    /// <summary>Adds those that say whether the past comes from git.</summary>
    public void AddUseTo(Command command)
    {
        command.Add(without);
        command.Add(required);
    }

    /// <summary>The change to judge.</summary>
    /// <exception cref="InputException">The options contradict each other, or the revision cannot be one.</exception>
    public Change ChangeOf(ParseResult parsed)
    {
        var change = (parsed.GetValue(since), parsed.GetValue(staged)) switch
        {
            ({ }, true) => throw Wrong(
                "--since and --staged exclude each other",
                "Give --staged in a pre-commit hook, and --since in the build of a branch."
            ),
            ({ } revision, _) => new Change(Revision(revision), IsStaged: false),
            (_, var isStaged) => new Change(null, isStaged),
        };
        return parsed.GetValue(only) && change == Change.None
            ? throw Wrong(
                "--only-changed needs a change",
                "Add --since REV, for example --since origin/main, or --staged."
            )
            : change with
            {
                IsOnly = parsed.GetValue(only),
            };
    }

    /// <summary>What the command line says of the history; null when it says nothing.</summary>
    /// <exception cref="InputException">The options contradict each other.</exception>
    public HistoryUse? UseOf(ParseResult parsed) =>
        (parsed.GetValue(without), parsed.GetValue(required)) switch
        {
            (true, true) => throw Wrong(
                "--no-history and --require-history exclude each other",
                "Leave one of them out."
            ),
            (true, _) => HistoryUse.Off,
            (_, true) => HistoryUse.Required,
            _ => null,
        };

    // What begins with a dash would be an option to git, and git itself allows no such name, nor one with control characters.
    private static string Revision(string text) =>
        string.IsNullOrWhiteSpace(text) || text[0] == '-' || text.Any(char.IsControl)
            ? throw Wrong(
                $"--since is {Quote.Of(text)}; it must name a commit, a branch or a tag",
                "For example --since origin/main."
            )
            : text;

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}

/// <summary>What to judge: everything, or what changed.</summary>
/// <param name="Since">The revision whose merge base the change begins at; null for none. It may name nothing.</param>
/// <param name="IsStaged">Whether what is staged is judged in the place of the files.</param>
internal sealed record Change(string? Since, bool IsStaged)
{
    /// <summary>Whether only those backlogs are judged that the change touches.</summary>
    public bool IsOnly { get; init; }

    /// <summary>Everything is judged.</summary>
    public static Change None { get; } = new(null, false);
}
