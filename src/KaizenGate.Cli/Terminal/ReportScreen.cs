using KaizenGate.Analytics;
using KaizenGate.Escaping;
using KaizenGate.Reporting.Analytics;
using KaizenGate.Reporting.Phrasing;
using Spectre.Console;
using Hue = Spectre.Console.Color;

namespace KaizenGate.Cli.Terminal;

/// <summary>The report as a screen: tables, bars and sparklines that fit the terminal. What is no terminal gets the plain text.</summary>
internal static class ReportScreen
{
    /// <summary>In fewer columns there is no room for borders.</summary>
    public const int Narrowest = 60;

    private const int WidestTable = 120;
    private const int LabelWidth = 22;

    /// <summary>Borders and the blanks beside them.</summary>
    private const int Frame = 7;

    /// <summary>The newest completions that are shown; the other formats have all.</summary>
    private const int MostCompletions = 10;

    public static void Write(ImprovementReport report, TextWriter writer, int width, bool color)
    {
        var console = TerminalOutput.Console(writer, Math.Min(width, WidestTable), color);
        var name = report.Name is { } known ? $" of {LogText.Message(known)}" : "";
        console.Write(new Text($"Improvement report{name}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text($"{LogText.Message(ProgressLines.Period(report))}\n\n"));
        foreach (var (title, lines) in ProgressLines.Of(report))
        {
            var table = Table(title);
            foreach (var (label, value) in lines)
            {
                table.AddRow(new Text(LogText.Message(label)), new Text(LogText.Message(value)));
            }

            if (title == "Improvements")
            {
                Weeks(table, report, console.Profile.Width - LabelWidth - Frame);
            }

            console.Write(table);
            if (title == "Improvements")
            {
                Categories(console, report);
            }
            else if (title == "Time")
            {
                Ages(console, report);
            }
            else if (title == "Return")
            {
                Ledger(console, report);
            }
        }
    }

    private static Table Table(string title)
    {
        var table = new Table { Border = TableBorder.Rounded, Expand = true }.HideHeaders();
        table.Title = new TableTitle(title, new Style(decoration: Decoration.Bold));
        table.AddColumn(new TableColumn("").Width(LabelWidth));
        table.AddColumn(new TableColumn(""));
        return table;
    }

    private static void Weeks(Table table, ImprovementReport report, int width)
    {
        if (report.Weeks.Length < 2)
        {
            return;
        }

        Row("captured a week", report.Weeks.Select(week => (double?)week.Captured), Hue.Blue);
        Row("completed a week", report.Weeks.Select(week => (double?)week.Completed), Hue.Green);
        Row("open", report.Weeks.Select(week => (double?)week.Open), Hue.Yellow);
        Row("execution rate", report.Weeks.Select(week => week.ExecutionRate.Value), Hue.Teal);

        void Row(string name, IEnumerable<double?> values, Hue color) =>
            table.AddRow(new Text(name), new Text(Sparkline.Of([.. values], width), new Style(color)));
    }

    private static void Categories(IAnsiConsole console, ImprovementReport report)
    {
        if (report.Categories.IsEmpty)
        {
            return;
        }

        var chart = Chart("Completed by category");
        foreach (var one in report.Categories)
        {
            chart.AddItem(ProgressWords.Category(one.Category), one.Completed, Hue.Green);
        }

        Write(console, chart);
    }

    private static void Ages(IAnsiConsole console, ImprovementReport report)
    {
        if (report.Open.IsEmpty)
        {
            return;
        }

        var chart = Chart("Open by age");
        foreach (var band in report.AgeBands)
        {
            // The older, the louder: from the quarter on that the rule about someday takes for old, and from a year on.
            var color =
                band.FromDays > 365 ? Hue.Red
                : band.FromDays > 90 ? Hue.Yellow
                : Hue.Green;
            chart.AddItem(ProgressWords.Band(band), band.Count, color);
        }

        Write(console, chart);
    }

    private static BarChart Chart(string title) => new BarChart { Label = title, ShowValues = true }.LeftAlignLabel();

    private static void Write(IAnsiConsole console, BarChart chart)
    {
        console.Write(chart);
        console.WriteLine();
    }

    private static void Ledger(IAnsiConsole console, ImprovementReport report)
    {
        if (report.Completions.IsEmpty)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Rounded, Expand = true };
        table.Title = new TableTitle("Newest completions", new Style(decoration: Decoration.Bold));
        table.AddColumn(new TableColumn("completed").NoWrap());
        table.AddColumn("improvement");
        table.AddColumn(new TableColumn("spent").RightAligned());
        table.AddColumn(new TableColumn("saved").RightAligned());
        table.AddColumn(new TableColumn("paid back").RightAligned());
        foreach (var one in report.Completions.Reverse().Take(MostCompletions))
        {
            table.AddRow(
                new Text(ProgressWords.Day(one.Day)),
                new Text(LogText.Message(ProgressLines.Name(one))) { Overflow = Overflow.Ellipsis },
                new Text(ProgressWords.Hours(one.HoursSpent)),
                new Text(ProgressWords.Hours(one.HoursSaved)),
                new Text(ProgressLines.Payback(one))
            );
        }

        console.Write(table);
    }
}
