using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>list</c>: a table of improvements.</summary>
internal static class ListCommand
{
    private static readonly JsonContract<(Backlog Backlog, Scoring Scoring)> Listed = new()
    {
        { "path", one => one.Backlog.File.RootPath },
        {
            "items",
            one => one.Backlog.Improvements.Select(item => Item(one.Backlog, item, one.Scoring)),
            JsonItem.Contract
        },
    };

    /// <summary>The document.</summary>
    public static JsonContract<IEnumerable<(Backlog, Scoring)>> Contract { get; } =
        new() { { "schemaVersion", _ => 1 }, { "backlogs", backlogs => backlogs, Listed } };

    private static ItemInFile Item(Backlog backlog, Improvement item, Scoring scoring) =>
        new(item, scoring, backlog.FileAt(item.Span).RootPath);

    public static Command Create(Host host)
    {
        var options = new ItemOptions();
        var filter = new ListFilter();
        var command = new ExplainedCommand(
            "list",
            "Lists improvements. By default only open ones.",
            new Example("list --sort score", "open improvements, highest score first"),
            new Example("list --status done --json", "for a program")
        );
        filter.AddTo(command);
        options.AddReadingTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var scoring = run.Settings.Scoring;
            var backlogs = run.Read()
                .Select(backlog =>
                    backlog with
                    {
                        Improvements = [.. filter.Of(parsed, backlog.Improvements, scoring)],
                    }
                )
                .ToList();
            if (options.IsJson(parsed))
            {
                Contract.Write(host.Output, backlogs.Select(backlog => (backlog, scoring)));
            }
            else
            {
                WriteText(host, backlogs, scoring);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static void WriteText(Host host, List<Backlog> backlogs, Scoring scoring)
    {
        var color = Color.IsEnabled(host);
        using var writer = ReportStream.Text(host.Output, color);
        var page = new TextPage(writer, color);
        foreach (var backlog in backlogs.Where(backlog => !backlog.Improvements.IsEmpty))
        {
            page.Line(LogText.Path(backlog.File.Path));
            ImprovementTable.Write(backlog, scoring, page);
            page.EndBlock();
        }

        if (backlogs.TrueForAll(backlog => backlog.Improvements.IsEmpty))
        {
            var isUnread = backlogs.Exists(backlog => backlog.Account.UnreadCount > 0);
            var next = isUnread ? "read" : "add 'TITLE'";
            host.ErrorText.WriteLine(
                $"Nothing to list{(isUnread ? ", but entries are unread" : "")}. Next: `{CommandLine.Name} {next}`"
            );
        }
    }
}
