using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli;

/// <summary>Options for findings on a terminal.</summary>
internal sealed class ScreenOptions
{
    private const int Narrowest = 40;
    private const int Lowest = 10;
    private const int StandardWidth = 80;

    private static readonly string[] Groups = ["rule", "item"];

    private readonly Option<bool> all = new("--all")
    {
        Description = "On a terminal: print every finding instead of a screenful.",
    };

    private readonly Option<string?> by = new("--by")
    {
        HelpName = "GROUP",
        Description =
            "Group findings by rule or by item (improvement). Default: by rule on a terminal; elsewhere one line per finding.",
    };

    public ScreenOptions() => by.CompletionSources.Add(Groups);

    public void AddTo(Command command)
    {
        command.Add(all);
        command.Add(by);
    }

    /// <summary>The screen to fit; null for one line per finding: logs of build servers are read later, even if they look like a terminal.</summary>
    /// <exception cref="InputException">The group is unknown.</exception>
    public Screen? Of(ParseResult parsed, Host host)
    {
        var group = parsed.GetValue(by);
        if (group is not null && !Groups.Contains(group))
        {
            throw new InputException($"unknown group {Quote.Of(group)} for --by", NearestName.Help(group, Groups));
        }

        var isTerminal = host.OutputIsTerminal && !host.Has("CI");
        if (group is null && !isTerminal)
        {
            return null;
        }

        int? height =
            isTerminal && !parsed.GetValue(all) && host.TerminalHeight() is { } rows ? Math.Max(Lowest, rows) : null;
        return new Screen(
            isTerminal ? Math.Max(Narrowest, host.TerminalWidth() ?? StandardWidth) : int.MaxValue,
            height,
            GroupsByItem: group == "item"
        );
    }
}
