using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Timelines;

namespace KaizenGate.Core.Reporting;

/// <summary>Event logs as text: one line per event, newest last, and the figures.</summary>
internal static class HistoryText
{
    /// <summary>Unique even in large repositories.</summary>
    private const int CommitWidth = 10;

    private const int KindWidth = 9;
    private const int MaxIdWidth = 16;
    private const int LongestTitle = 120;

    public static void Write(HistoryReport report, bool color, Stream stream)
    {
        using var writer = ReportStream.Text(stream, color);
        var page = new TextPage(writer, color);
        var several = report.Backlogs.Length > 1;
        foreach (var backlog in report.Backlogs)
        {
            WriteHead(backlog, page);
            WriteEvents(backlog, page);
            if (several)
            {
                page.Labelled("figures", FiguresText.Line(backlog.Figures));
            }

            page.EndBlock();
        }

        page.Labelled(several ? "total" : "figures", FiguresText.Line(report.Figures));
    }

    private static void WriteHead(BacklogHistory backlog, TextPage page)
    {
        var path = page.Bold(LogText.Path(backlog.File.Path));
        if (backlog.History is Timeline timeline)
        {
            var hidden = timeline.Events.Length - backlog.Shown.Length;
            var shown = hidden > 0 ? $", {backlog.Shown.Length} shown" : "";
            page.Line(
                $"{path}  known since {timeline.Start:yyyy-MM-dd}, {Wording.Count(timeline.Events.Length, "event")}{shown}"
            );
            if (timeline.CutShortBy is { } reason)
            {
                page.Line($"  unknown before: {LogText.Message(reason)}");
            }
        }
        else if (backlog.History is NoHistory none)
        {
            page.Line($"{path}  unknown: {LogText.Message(none.Reason)}");
        }

        page.EndBlock();
    }

    private static void WriteEvents(BacklogHistory backlog, TextPage page)
    {
        var idWidth = backlog.Shown.Max(entry => (int?)Id(entry).Length) ?? 0;
        foreach (var entry in backlog.Shown)
        {
            var timelineEvent = entry.Event;
            var id = idWidth == 0 ? "" : $"{page.Bold(Id(entry))}{new string(' ', idWidth - Id(entry).Length)}  ";
            page.Line(
                $"{timelineEvent.Date:yyyy-MM-dd}  {page.Dim(Commit(timelineEvent))}  {StatusText.Words(timelineEvent.Kind), -KindWidth}  "
                    + $"{id}{Title(entry)}{page.Dim(Remark(entry))}"
            );
        }

        page.EndBlock();
    }

    private static string Commit(TimelineEvent timelineEvent) =>
        timelineEvent.Commit is { Length: > CommitWidth } commit
            ? LogText.Of(commit[..CommitWidth])
            : LogText.Of(timelineEvent.Commit ?? "–").PadRight(CommitWidth);

    private static string Id(HistoryEntry entry) =>
        entry.Id is { } id ? LogText.Of(VisibleText.Cut(id, MaxIdWidth - 1)) : "";

    private static string Title(HistoryEntry entry) =>
        LogText.Of(VisibleText.Cut(entry.Title ?? (entry.Id is null ? entry.Event.Key : ""), LongestTitle));

    private static string Remark(HistoryEntry entry)
    {
        var timelineEvent = entry.Event;
        var remark = timelineEvent.Kind switch
        {
            TimelineEventKind.Captured or TimelineEventKind.Scored when timelineEvent.Score is { } score =>
                $" — score {Wording.NumberOrDash(score)}",
            TimelineEventKind.Rescored =>
                $" — score {Wording.NumberOrDash(entry.ScoreBefore)} → {Wording.NumberOrDash(timelineEvent.Score)}",
            TimelineEventKind.Retitled when entry.TitleBefore is { } title =>
                $" — was: {LogText.Of(VisibleText.Cut(title, LongestTitle))}",
            _ => "",
        };
        return timelineEvent.IsFromStart ? $"{remark} (or earlier)" : remark;
    }
}
