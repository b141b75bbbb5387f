using System.Text;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.History;

/// <summary>Writes the improvements of an <see cref="EvolvingBacklog"/> as Markdown.</summary>
internal static class EvolvingText
{
    private static readonly (string Heading, Func<EvolvingItem, bool> Holds)[] Sections =
    [
        ("High Priority", item => item is { Status: Status.ToDo or Status.InProgress, Impact: >= 8 }),
        ("Low Priority", item => item is { Status: Status.ToDo or Status.InProgress } and not { Impact: >= 8 }),
        ("Deferred", item => item.Status is Status.Deferred),
        ("Rejected", item => item.Status is Status.Rejected),
        ("Completed", item => item.Status is Status.Done),
    ];

    public static string Of(IEnumerable<EvolvingItem> items, ImprovementForm form)
    {
        var all = items.ToList();
        var text = new StringBuilder("# Improvement Backlog\n");
        foreach (var (heading, holds) in Sections)
        {
            text.Append($"\n## {heading}\n\n");
            var held = all.FindAll(item => holds(item));
            if (form is ImprovementForm.TableRow && held.Count > 0)
            {
                text.Append(
                    "| ID | Improvement | Impact | Effort | Status | Captured | Completed |\n|---|---|---|---|---|---|---|\n"
                );
            }

            foreach (var item in held)
            {
                text.Append(
                    form switch
                    {
                        ImprovementForm.Heading => Heading(item),
                        ImprovementForm.TableRow => Row(item),
                        _ => Task(item),
                    }
                );
            }
        }

        return text.ToString();
    }

    private static string Heading(EvolvingItem item) =>
        $"### {(item.Id is null ? "" : $"[{item.Id}] ")}{item.Title}\n\n- **Status:** {Word(item.Status)}\n{Fields(item, "")}\n";

    private static string Task(EvolvingItem item) =>
        $"- [{Box(item.Status)}] {(item.Id is null ? "" : $"{item.Id}: ")}{item.Title}\n{Fields(item, "  ")}";

    private static string Row(EvolvingItem item) =>
        $"| {item.Id} | {item.Title} | {item.Impact} | {item.Effort} | {Word(item.Status)} | {item.Captured:yyyy-MM-dd} | {item.Completed:yyyy-MM-dd} |\n";

    private static string Fields(EvolvingItem item, string indent) =>
        (item.Impact is { } impact ? $"{indent}- **Impact:** {impact}/10\n" : "")
        + (item.Effort is { } effort ? $"{indent}- **Effort:** {effort}/10\n" : "")
        + (item.Captured is { } captured ? $"{indent}- **Captured:** {captured:yyyy-MM-dd}\n" : "")
        + (item.Completed is { } completed ? $"{indent}- **Completed:** {completed:yyyy-MM-dd}\n" : "");

    private static string Word(Status status) =>
        status switch
        {
            Status.ToDo => "To Do",
            Status.InProgress => "In Progress",
            _ => status.ToString(),
        };

    private static char Box(Status status) =>
        status switch
        {
            Status.InProgress => '/',
            Status.Done => 'x',
            Status.Rejected => '-',
            _ => ' ',
        };
}
