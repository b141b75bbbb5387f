using System.CommandLine;
using System.Globalization;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Items;

/// <summary>Options that filter and sort improvements.</summary>
internal sealed class ListFilter
{
    private static readonly string[] Statuses = ["open", "to-do", "in-progress", "done", "deferred", "rejected", "all"];
    private static readonly string[] Orders = ["file", "score", "impact", "effort", "captured", "seen", "title"];
    private static readonly string[] Priorities = ["high", "medium", "low"];

    private readonly Option<string[]> status = new("--status")
    {
        HelpName = "STATUS",
        Description = $"Only these: {string.Join(", ", Statuses)}. Default: open. Repeatable.",
    };

    private readonly Option<string?> priority = new("--priority")
    {
        HelpName = "LEVEL",
        Description = "Only this priority: high, medium or low.",
    };

    private readonly Option<string?> category = new("--category")
    {
        HelpName = "NAME",
        Description = "Only this category.",
    };

    private readonly Option<string?> section = new("--section")
    {
        HelpName = "NAME",
        Description = "Only sections whose heading contains this text.",
    };

    private readonly Option<string?> owner = new("--owner") { HelpName = "NAME", Description = "Only this owner." };

    private readonly Option<string?> minScore = new("--min-score")
    {
        HelpName = "N",
        Description = "Only scores of at least N.",
    };

    private readonly Option<string?> sort = new("--sort")
    {
        HelpName = "ORDER",
        Description = $"Sort by {string.Join(", ", Orders)}. Default: file.",
    };

    public ListFilter()
    {
        status.CompletionSources.Add(Statuses);
        sort.CompletionSources.Add(Orders);
        priority.CompletionSources.Add(Priorities);
    }

    public void AddTo(Command command)
    {
        command.Add(status);
        command.Add(priority);
        command.Add(category);
        command.Add(section);
        command.Add(owner);
        command.Add(minScore);
        command.Add(sort);
    }

    /// <summary>The improvements that match, sorted.</summary>
    /// <exception cref="InputException">A value is invalid.</exception>
    public IEnumerable<Improvement> Of(ParseResult parsed, IEnumerable<Improvement> items, Scoring scoring)
    {
        var statuses = parsed.GetValue(status) is { Length: > 0 } given ? given : ["open"];
        foreach (var word in statuses)
        {
            Known("--status", word, Statuses);
        }

        var level = parsed.GetValue(priority) is { } text ? Known("--priority", text, Priorities) : null;
        var least = parsed.GetValue(minScore) is { } number ? Score(number) : (double?)null;
        var order = parsed.GetValue(sort) is { } by ? Known("--sort", by, Orders) : "file";
        var kind = parsed.GetValue(category);
        var heading = parsed.GetValue(section);
        var person = parsed.GetValue(owner)?.TrimStart('@');
        return Sorted(
            items.Where(item =>
                statuses.Any(word => IsOf(item, word))
                && (level is null || StatusText.Words(StatusText.Priority(item, scoring)) == level)
                && (least is null || item.Score >= least)
                && (kind is null || IsCategory(item, kind))
                && (
                    heading is null || item.Section?.Title.Contains(heading, StringComparison.OrdinalIgnoreCase) == true
                )
                && (person is null || person.Equals(item.Owner?.Value, StringComparison.OrdinalIgnoreCase))
            ),
            order
        );
    }

    private static IEnumerable<Improvement> Sorted(IEnumerable<Improvement> items, string order) =>
        order switch
        {
            "score" => items.OrderByDescending(item => item.Score ?? double.NegativeInfinity),
            "impact" => items.OrderByDescending(item => item.Impact?.Value ?? double.NegativeInfinity),
            "effort" => items.OrderBy(item => item.Effort?.Value ?? double.PositiveInfinity),
            "seen" => items.OrderByDescending(item => item.Sightings.Length),
            "captured" => items.OrderBy(item => item.Captured?.Value ?? DateOnly.MaxValue),
            "title" => items.OrderBy(item => item.Title, StringComparer.OrdinalIgnoreCase),
            _ => items,
        };

    private static bool IsOf(Improvement item, string word) =>
        word.ToLowerInvariant() switch
        {
            "all" => true,
            "open" => item.IsOpen,
            var one => StatusText.Words(item.Status).Replace(' ', '-') == one,
        };

    private static bool IsCategory(Improvement item, string name) =>
        item.Category is { } category
        && (
            Formula.NormalizeName(category.Text) == Formula.NormalizeName(name)
            || (category.Value is { } known && Formula.NormalizeName($"{known}") == Formula.NormalizeName(name))
        );

    private static double Score(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score)
            ? score
            : throw new InputException(
                $"--min-score must be a number, not {Quote.Of(text)}",
                "For example --min-score 40."
            );

    private static string Known(string option, string text, string[] known) =>
        Array.Find(known, word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"unknown value {Quote.Of(text)} for {option}", NearestName.Help(text, known));
}
