using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using KaizenGate.Backlogs;
using KaizenGate.History;
using KaizenGate.Reporting;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>The options that choose among events.</summary>
internal sealed class SelectionOptions
{
    private static readonly string[] Words = [.. HistoryWords.All.Select(known => known.Word)];

    private readonly Option<string?> from = new("--from")
    {
        HelpName = "DATE",
        Description = "Leave out what happened before this day, year-month-day.",
    };

    private readonly Option<string?> to = new("--to")
    {
        HelpName = "DATE",
        Description = "Leave out what happened after this day, year-month-day.",
    };

    private readonly Option<string[]> kinds = new("--kind")
    {
        HelpName = "KIND",
        Description = $"Show these kinds only, with commas between them: {string.Join(", ", Words)}. Repeatable.",
    };

    private readonly Option<string?> limit = new("--limit")
    {
        HelpName = "N",
        Description = "Show the newest N events of each backlog.",
    };

    public SelectionOptions() => kinds.CompletionSources.Add(Words);

    public void AddTo(Command command)
    {
        command.Add(from);
        command.Add(to);
        command.Add(kinds);
        command.Add(limit);
    }

    /// <exception cref="InputException">A value is wrong.</exception>
    public HistorySelection Of(ParseResult parsed)
    {
        var selection = new HistorySelection
        {
            From = AsOf.Day(parsed.GetValue(from), "--from"),
            To = AsOf.Day(parsed.GetValue(to), "--to"),
            Kinds = [.. (parsed.GetValue(kinds) ?? []).SelectMany(Kinds)],
            Limit = parsed.GetValue(limit) is { } text ? Number(text) : null,
        };
        return selection.From > selection.To
            ? throw Wrong(
                $"--from {selection.From:yyyy-MM-dd} is after --to {selection.To:yyyy-MM-dd}",
                "Give the earlier day to --from."
            )
            : selection;
    }

    private static IEnumerable<TimelineEventKind> Kinds(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries).Select(Kind);

    private static TimelineEventKind Kind(string text)
    {
        foreach (var (word, kind) in HistoryWords.All)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        throw Wrong($"--kind has no {Quote.Of(text)}", NearestName.Help(text, Words));
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(
                $"--limit is {Quote.Of(text)}; it must be a whole number from 1 to {int.MaxValue}",
                "For example --limit 20."
            );

    private static InputException Wrong(string message, string help) => new(new InputError(message, help));
}
