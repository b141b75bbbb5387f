using System.Text;

namespace KaizenGate.Core.Tests.Editing.Merging;

/// <summary>A backlog of eight improvements on one branch, and what can be done to it there.</summary>
/// <param name="shape">How it is written.</param>
/// <param name="branch">A letter that sets what is added here apart.</param>
internal sealed class MergeSample(MergeSample.Shape shape, char branch)
{
    public enum Shape
    {
        Headings,
        Tasks,
        LooseTasks,
        Rows,
    }

    private sealed class Item(int number, string title)
    {
        public string Id { get; } = $"KZN-{number:000}";
        public string Title { get; set; } = title;
        public int Impact { get; set; } = 5;
        public int Effort { get; set; } = 3;

        // The id makes the word unique.
        public string ImpactText => $"{Impact}/10(i{Id})";
        public string EffortText => $"{Effort}/10(e{Id})";
        public string? Owner { get; set; }
        public bool IsDone { get; set; }
    }

    private static readonly string[] Words =
    [
        "payments",
        "refunds",
        "invoices",
        "webhooks",
        "reports",
        "searches",
        "backups",
        "alerts",
    ];

    private readonly List<Item> items = [.. Words.Select((word, at) => new Item(at + 1, $"Speed up the {word}"))];
    private readonly Dictionary<int, Item> known = [];
    private int added;

    public void Do(int kind, int number, int value)
    {
        if (known.Count == 0)
        {
            for (var at = 0; at < items.Count; at++)
            {
                known.Add(at, items[at]);
            }
        }

        var item = known[number];
        switch (kind)
        {
            case 0:
                added++;
                var id = (branch == 'o' ? 100 : 200) + added;
                items.Insert(value % (items.Count + 1), new Item(id, $"Added {added} by {branch}") { Impact = value });
                break;
            case 1:
                item.IsDone = true;
                break;
            case 2:
                item.Impact = value;
                break;
            case 3:
                item.Effort = value;
                break;
            case 4:
                item.Title = $"Title-{value}-{branch}";
                break;
            case 5:
                item.Owner = $"{item.Id}-{branch}{value}";
                break;
            case 6:
                items.Remove(item);
                break;
            default:
                items.Remove(item);
                items.Insert(Math.Min(value, items.Count), item);
                break;
        }
    }

    public string Text()
    {
        var text = new StringBuilder("# Backlog\n\nWhat we want to make better.\n");
        foreach (var isDone in (bool[])[false, true])
        {
            text.Append(isDone ? "\n## Completed\n\n" : "\n## Open\n\n");
            text.Append(
                shape is Shape.Rows ? "| ID | Title | Impact | Effort | Owner |\n| --- | --- | --- | --- | --- |\n" : ""
            );
            text.AppendJoin(
                shape is Shape.Headings or Shape.LooseTasks ? "\n" : "",
                items.Where(item => item.IsDone == isDone).Select(Text)
            );
        }

        return text.Append("\nThat is all.\n").ToString();
    }

    private string Text(Item item) =>
        shape switch
        {
            Shape.Headings =>
                $"### [{item.Id}] {item.Title}\n\n- **Impact:** {item.ImpactText}\n- **Effort:** {item.EffortText}\n"
                    + (item.Owner is null ? "" : $"- **Owner:** {item.Owner}\n"),
            Shape.Rows => $"| {item.Id} | {item.Title} | {item.ImpactText} | {item.EffortText} | {item.Owner} |\n",
            _ =>
                $"- [{(item.IsDone ? 'x' : ' ')}] {item.Id} {item.Title}\n  - Impact: {item.ImpactText}\n  - Effort: {item.EffortText}\n"
                    + (item.Owner is null ? "" : $"  - Owner: {item.Owner}\n"),
        };
}
