using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Analytics;

/// <summary>The report for a terminal: figures, bars and sparklines that fit its width.</summary>
internal static class PeriodReportText
{
    private const int Narrowest = 40;

    /// <summary>With fewer columns, bars have shorter labels.</summary>
    private const int MinLabelWidth = 60;

    private const int WidestBar = 40;

    /// <summary>The newest completions are listed; other formats list more.</summary>
    private const int MaxCompletions = 10;

    public static ReportFormat<ImprovementReport> Format { get; } = new("text", "for terminals", Write);

    private static void Write(ImprovementReport report, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream, options.Color);
        var page = new TextPage(writer, options.Color);
        var width = Math.Max(Narrowest, options.Width);
        var name = report.Name is { } known ? $" of {LogText.Message(known)}" : "";
        Paragraph(page, $"{page.Bold("Improvement report")}{name}", "", width);
        Paragraph(page, LogText.Message(PeriodReportLines.Period(report)), "", width);
        page.EndBlock();
        foreach (var sentence in SummaryText.Of(report))
        {
            Paragraph(page, LogText.Message($"{sentence}"), "", width);
        }

        foreach (var (title, lines) in PeriodReportLines.Of(report))
        {
            page.EndBlock();
            page.Line(page.Bold(title));
            foreach (var (label, value) in lines)
            {
                Labelled(page, label, value, width);
            }

            if (title == "Improvements")
            {
                Flow(page, report, width);
                Bars(page, "by category", Categories(report, width), width);
            }
            else if (title == "Time")
            {
                Bars(
                    page,
                    "open by age",
                    report.AgeBands.Select(band => (FiguresText.Band(band), (double)band.Count, $"{band.Count}")),
                    width
                );
            }
            else if (title == "Return")
            {
                Completions(page, report, width);
            }
        }
    }

    private static void Completions(TextPage page, ImprovementReport report, int width)
    {
        if (report.Completions.IsEmpty)
        {
            return;
        }

        page.Line($"  {page.Dim("newest completions")}");
        foreach (var one in report.Completions.Reverse().Take(MaxCompletions))
        {
            string?[] figures =
            [
                one.HoursSpent is null ? null : $"{FiguresText.Hours(one.HoursSpent)} spent",
                one.HoursSaved is null ? null : $"{FiguresText.Hours(one.HoursSaved)} saved",
                one.PaybackWeeks.Value is null ? null : $"payback {PeriodReportLines.Payback(one)}",
            ];
            Labelled(
                page,
                $"  {FiguresText.Day(one.Day)}",
                string.Join(" · ", figures.OfType<string>().Prepend(VisibleText.Cut(one.Name, 80))),
                width
            );
        }
    }

    private static void Flow(TextPage page, ImprovementReport report, int width)
    {
        if (report.Weeks.Length < 2)
        {
            return;
        }

        const int label = 26;
        Line("captured per week", report.Weeks.Select(week => (double?)week.Captured));
        Line("completed per week", report.Weeks.Select(week => (double?)week.Completed));
        Line("open", report.Weeks.Select(week => (double?)week.Open));
        Line("execution rate", report.Weeks.Select(week => week.ExecutionRate.Value));

        void Line(string name, IEnumerable<double?> values) =>
            page.Line($"  {page.Dim(name.PadRight(label - 2))}{Sparkline.Of([.. values], width - label)}".TrimEnd());
    }

    private static IEnumerable<(string, double, string)> Categories(ImprovementReport report, int width) =>
        report.Categories.Select(one =>
            (
                FiguresText.Category(one.Category),
                (double)one.Completed,
                $"{one.Completed} ({FiguresText.Rate(one.Share)}"
                    + (
                        one.HoursSaved.Value is null || width < MinLabelWidth
                            ? ")"
                            : $", {FiguresText.Hours(one.HoursSaved)} saved)"
                    )
            )
        );

    private static void Bars(
        TextPage page,
        string title,
        IEnumerable<(string Label, double Value, string Shown)> rows,
        int width
    )
    {
        var all = rows.ToList();
        if (!all.Exists(row => row.Value > 0))
        {
            return;
        }

        page.Line($"  {title}");
        var labels = all.Max(row => row.Label.Length);
        var room = Math.Min(WidestBar, width - labels - all.Max(row => row.Shown.Length) - 8);
        foreach (var (label, value, shown) in all)
        {
            var length = room < 4 ? 0 : (int)Math.Round(value / all.Max(row => row.Value) * room);
            var bar = length == 0 && value > 0 && room >= 4 ? "▏" : new string('█', length);
            page.Line($"    {page.Dim(label.PadRight(labels))}  {bar}{(bar.Length > 0 ? " " : "")}{shown}");
        }
    }

    /// <summary>Writes a label and its value next to it, or below it if the label is long.</summary>
    private static void Labelled(TextPage page, string label, string value, int width)
    {
        const int column = 26;
        var (name, text) = (LogText.Message(VisibleText.Cut(label, 60)), LogText.Message(value));
        if (name.Length > column - 4)
        {
            page.Line($"  {page.Dim(name)}");
            Paragraph(page, text, new string(' ', column), width);
            return;
        }

        var lines = WrappedText.Lines(text, width - column).ToList();
        page.Line($"  {page.Dim(name.PadRight(column - 2))}{lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            page.Line($"{new string(' ', column)}{line}");
        }
    }

    private static void Paragraph(TextPage page, string text, string indent, int width)
    {
        foreach (var line in WrappedText.Lines(text, width - indent.Length))
        {
            page.Line($"{indent}{line}");
        }
    }
}
