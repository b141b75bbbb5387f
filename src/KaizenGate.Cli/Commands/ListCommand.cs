using System.CommandLine;
using KaizenGate.Backlogs;
using KaizenGate.Cli.Items;
using KaizenGate.Reporting;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Cli.Commands;

/// <summary><c>list</c>: a table of improvements.</summary>
internal static class ListCommand
{
    private const int SchemaVersion = 1;

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
                WriteJson(host, backlogs, scoring);
            }
            else
            {
                WriteText(host, backlogs, scoring);
            }

            return ExitStatus.Open;
        });
        return command;
    }

    private static void WriteText(Host host, List<Backlog> backlogs, Scoring scoring)
    {
        var page = new TextPage(host.Text);
        foreach (var backlog in backlogs.Where(backlog => !backlog.Improvements.IsEmpty))
        {
            page.Line(LogText.Path(backlog.File.Path));
            ImprovementTable.Write(backlog, scoring, page, new Ink(Color.IsWanted(host)));
            page.EndBlock();
        }

        if (backlogs.TrueForAll(backlog => backlog.Improvements.IsEmpty))
        {
            host.ErrorText.WriteLine($"Nothing to list. Next: `{CommandLine.Name} add \"What could be better\"`");
        }
    }

    private static void WriteJson(Host host, List<Backlog> backlogs, Scoring scoring) =>
        JsonText.Write(
            host.Output,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schemaVersion", SchemaVersion);
                json.WriteStartArray("backlogs");
                foreach (var backlog in backlogs)
                {
                    json.WriteStartObject();
                    json.WriteString("path", backlog.File.RootPath);
                    json.WriteStartArray("items");
                    foreach (var item in backlog.Improvements)
                    {
                        json.WriteStartObject();
                        JsonImprovement.Write(json, item, scoring);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
}
