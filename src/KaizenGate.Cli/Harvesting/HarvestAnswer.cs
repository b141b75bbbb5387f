using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Harvesting;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Signals;

namespace KaizenGate.Cli.Harvesting;

/// <summary>Prints the candidates of a harvest.</summary>
internal static class HarvestAnswer
{
    private static readonly JsonContract<(DateOnly Day, DailySignal Count)> Evidence = new()
    {
        { "day", one => one.Day },
        { "count", one => one.Count.Count },
        { "sessions", one => one.Count.Sessions },
        { "minutes", one => one.Count.Minutes > 0 ? Math.Round(one.Count.Minutes, 2) : null },
    };

    private static readonly JsonContract<(Candidate Candidate, int Number)> Each = new()
    {
        { "number", one => one.Number },
        { "key", one => one.Candidate.Key.Text },
        { "source", one => one.Candidate.Key.Source },
        { "rule", one => one.Candidate.Key.Rule },
        { "subject", one => one.Candidate.Key.Subject },
        { "title", one => one.Candidate.Title },
        { "category", one => JsonText.Word(one.Candidate.Rule.Category) },
        { "count", one => one.Candidate.Count },
        { "sessions", one => one.Candidate.Sessions },
        { "first", one => one.Candidate.First },
        { "last", one => one.Candidate.Last },
        { "perWeek", one => (double?)Math.Round(one.Candidate.PerWeek, 2) },
        {
            "minutesPerWeek",
            one => one.Candidate.MinutesPerWeek is { } minutes ? Math.Round(minutes, 2) : (double?)null
        },
        { "proposedImpact", one => one.Candidate.ProposedImpact },
        { "finding", one => one.Candidate.Finding },
        { "evidence", one => one.Candidate.Evidence, Evidence },
        { "also", one => one.Candidate.Also.Select(key => key.Text) },
        { "item", one => one.Candidate.Known is { } item ? ItemReference.Of(item) : null },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(Harvest Harvest, bool IsDryRun)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "from", one => one.Harvest.Today.AddDays(1 - (7 * one.Harvest.Weeks)) },
            { "to", one => one.Harvest.Today },
            { "dryRun", one => one.IsDryRun },
            { "scanned", one => one.Harvest.Scanned },
            { "remarks", one => one.Harvest.Remarks },
            { "candidates", one => one.Harvest.New.Select((candidate, at) => (candidate, at + 1)), Each },
            {
                "inBacklog",
                one => one.Harvest.Known.Select((candidate, at) => (candidate, one.Harvest.New.Length + at + 1)),
                Each
            },
        };

    /// <summary>Prints the candidates, or only what was scanned when there are none.</summary>
    public static void Write(Host host, Harvest harvest)
    {
        foreach (var remark in harvest.Remarks)
        {
            host.ErrorText.WriteLine(LogText.Message(remark));
        }

        host.Text.WriteLine(LogText.Of($"Scanned {string.Join("; ", harvest.Scanned)}."));
        for (var at = 0; at < harvest.New.Length; at++)
        {
            Write(host, harvest.New[at], at + 1);
        }

        if (!harvest.Known.IsEmpty)
        {
            host.Text.WriteLine();
            host.Text.WriteLine("In the backlog:");
        }

        for (var at = 0; at < harvest.Known.Length; at++)
        {
            Write(host, harvest.Known[at], harvest.New.Length + at + 1);
        }

        host.Flush();
    }

    /// <summary>Prints one candidate.</summary>
    public static void Write(Host host, Candidate candidate, int number)
    {
        var name = candidate.Known is { } item ? item.Name : candidate.Title;
        host.Text.WriteLine();
        host.Text.WriteLine(LogText.Of($"{number}. {name}"));
        host.Text.WriteLine(LogText.Of($"   {candidate.Finding}"));
        if (candidate.Remark is { } remark)
        {
            host.Text.WriteLine(LogText.Of($"   {remark}"));
        }

        var days = candidate.Evidence.Select(one => $"{one.Day:yyyy-MM-dd} ({one.Count.Count})");
        var impact = candidate.ProposedImpact is { } proposed ? $"proposed impact {proposed}, " : "";
        host.Text.WriteLine(
            LogText.Of($"   {impact}{FiguresText.Category(candidate.Rule.Category)}; most on {string.Join(", ", days)}")
        );
        host.Text.WriteLine(LogText.Of($"   {candidate.Key.Text}"));
    }
}
