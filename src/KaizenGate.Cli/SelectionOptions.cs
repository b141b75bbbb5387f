using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Cli;

/// <summary>Options that filter events.</summary>
internal sealed class SelectionOptions
{
    private static readonly string[] Words = [.. StatusText.EventKinds.Select(known => known.Word)];

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "DATE",
        Description = "Only events on or after this date (YYYY-MM-DD).",
    };

    private readonly Option<string?> to = new("--to")
    {
        HelpName = "DATE",
        Description = "Only events on or before this date (YYYY-MM-DD).",
    };

    private readonly Option<string[]> kinds = new("--kind")
    {
        HelpName = "KIND",
        Description = $"Only these kinds of events, separated by commas: {string.Join(", ", Words)}. Repeatable.",
    };

    private readonly Option<string?> limit = new("--limit")
    {
        HelpName = "N",
        Description = "Only the newest N events of each backlog.",
    };

    public SelectionOptions() => kinds.CompletionSources.Add(Words);

    public void AddTo(Command command)
    {
        command.Add(from);
        command.Add(to);
        command.Add(kinds);
        command.Add(limit);
    }

    /// <exception cref="InputException">A value is invalid.</exception>
    public HistorySelection Of(ParseResult parsed)
    {
        var selection = new HistorySelection
        {
            From = AsOf.Day(parsed.GetValue(from), "--from"),
            To = AsOf.Day(parsed.GetValue(to), "--to"),
            Kinds = [.. (parsed.GetValue(kinds) ?? []).SelectMany(Kinds)],
            Limit = WholeNumber.Parse(parsed.GetValue(limit), "--limit", 1, int.MaxValue, example: 20),
        };
        return selection.From > selection.To
            ? throw new InputException(
                $"--from {selection.From:yyyy-MM-dd} is after --to {selection.To:yyyy-MM-dd}",
                "Pass the earlier date to --from."
            )
            : selection;
    }

    private static IEnumerable<TimelineEventKind> Kinds(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries).Select(Kind);

    private static TimelineEventKind Kind(string text)
    {
        foreach (var (word, kind) in StatusText.EventKinds)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        throw new InputException($"unknown kind {Quote.Of(text)} for --kind", NearestName.Help(text, Words));
    }
}
