using System.CommandLine;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Commands;

/// <summary><c>show</c>: all fields of an improvement.</summary>
internal static class ShowCommand
{
    private const int LabelWidth = 18;

    private static readonly JsonContract<Field> RawField = new()
    {
        { "label", field => field.Label },
        { "value", field => field.Text },
    };

    private static readonly JsonContract<(FieldDefinition Field, Written Value)> Conclusion = new()
    {
        { "field", one => one.Field.JsonName },
        { "value", one => one.Value.ValueText },
        { "source", one => one.Value.Text },
    };

    private static readonly JsonContract<ItemInFile> Item = new()
    {
        { one => one, JsonItem.Contract },
        { "concluded", one => Concluded(one.Item), Conclusion },
        { "fields", one => one.Item.Fields, RawField },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(Backlog Backlog, Improvement Item, Scoring Scoring)> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "path", one => PathOf(one.Backlog, one.Item) },
            { "section", one => one.Item.Section?.Title },
            { "item", one => new ItemInFile(one.Item, one.Scoring, PathOf(one.Backlog, one.Item)), Item },
        };

    public static Command Create(Host host)
    {
        var id = CommonArguments.Id();
        var options = new ItemOptions();
        ItemSuggestions.AddTo(id, host, options, _ => true);
        var command = new ExplainedCommand(
            "show",
            "Shows all fields of an improvement.",
            new Example("show IMP-004", "as text"),
            new Example("show IMP-004 --json", "for a program")
        )
        {
            id,
        };
        options.AddReadingTo(command);
        command.SetAction(parsed =>
        {
            var run = new ItemRun(host, parsed, options);
            var (backlog, item) = run.Find(parsed.GetValue(id)!);
            if (options.IsJson(parsed))
            {
                Contract.Write(host.Output, (backlog, item, run.Settings.Scoring));
            }
            else
            {
                WriteText(host, backlog, item, run.Settings.Scoring);
            }

            return ExitCode.Passed;
        });
        return command;
    }

    private static string PathOf(Backlog backlog, Improvement item) => backlog.FileAt(item.Span).RootPath;

    private static void WriteText(Host host, Backlog backlog, Improvement item, Scoring scoring)
    {
        host.Text.WriteLine(LogText.Of(item.Name));
        Line("file", $"{LogText.Path(backlog.FileAt(item.Span).Path)}:{item.Span.Line}");
        Line("address", item.Address);
        Line("status", StatusText.Words(item.Status));
        Line("section", item.Section?.Title);
        Line("score", item.Score is { } score ? $"{score:0.##}, {StatusText.Words(scoring.PriorityOf(score))}" : null);
        foreach (var field in item.Fields.Where(field => field.Text.Length > 0))
        {
            Line(field.Label, field.Text);
        }

        foreach (var (field, value) in Concluded(item))
        {
            Line("concluded", $"{field.Words} {value.ValueText.ToLowerInvariant()} from {Quote.Of(value.Text)}");
        }

        Line("sub-tasks", item.SubTasks > 0 ? $"{item.SubTasksDone} of {item.SubTasks} done" : null);

        void Line(string label, string? text)
        {
            if (text is not null)
            {
                host.Text.WriteLine($"  {LogText.Of(label).ToLowerInvariant(), -LabelWidth}  {LogText.Of(text)}");
            }
        }
    }

    /// <summary>The values that are not as written, with what they follow from.</summary>
    private static IEnumerable<(FieldDefinition Field, Written Value)> Concluded(Improvement item) =>
        from field in item.Values.Table.WithValue
        let value = item.Values.Of(field)
        where value is { Origin: not ValueOrigin.Written }
        select (field, value);
}
