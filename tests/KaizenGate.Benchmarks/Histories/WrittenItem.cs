using System.Globalization;
using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>The status of an item of the evolving backlog.</summary>
internal enum Stage
{
    Open,
    InProgress,
    Deferred,
    Done,
}

/// <summary>An improvement with its text, which is written once per change.</summary>
internal sealed class WrittenItem(int number, string title, DateOnly captured)
{
    private readonly List<(string Label, string Value)> fields = [];
    private string? text;

    public int Number { get; } = number;

    public string Title { get; private set; } = title;

    public DateOnly Captured { get; } = captured;

    public int Impact { get; private set; }

    public int Effort { get; private set; }

    public int Score => Impact * (11 - Effort);

    public Stage Stage { get; private set; }

    /// <summary>The day of its last change of status.</summary>
    public DateOnly Since { get; private set; } = captured;

    /// <summary>The text in the file: a heading and a list of fields, 600 to 900 bytes.</summary>
    public string Text => text ??= Write();

    public void Rate(int impact, int effort)
    {
        (Impact, Effort) = (impact, effort);
        Set("Impact", $"{impact}/10 (saves {3 * impact} s a run)");
        Set("Effort", $"{effort}/10 ({effort} {(effort == 1 ? "hour" : "hours")})");
        Set("Priority Score", $"{impact} × (11-{effort}) = {Score}");
    }

    public void Retitle(string newTitle) => (Title, text) = (newTitle, null);

    public void Move(Stage stage, DateOnly day, string word)
    {
        (Stage, Since) = (stage, day);
        Set("Status", word);
    }

    /// <summary>Sets a field, at its place or at the end.</summary>
    public void Set(string label, string value)
    {
        text = null;
        var at = fields.FindIndex(field => field.Label == label);
        if (at < 0)
        {
            fields.Add((label, value));
        }
        else
        {
            fields[at] = (label, value);
        }
    }

    public void Remove(string label)
    {
        text = null;
        fields.RemoveAll(field => field.Label == label);
    }

    private string Write()
    {
        var written = new StringBuilder("\n### ");

        // One in five has no id, so that its title is its identity.
        if (Number % 5 > 0)
        {
            written.Append("[IMP-").Append(Number.ToString("D5", CultureInfo.InvariantCulture)).Append("] ");
        }

        written.Append(Title).Append("\n\n");
        foreach (var (label, value) in fields)
        {
            written.Append("- **").Append(label).Append(":** ").Append(value).Append('\n');
        }

        return written.ToString();
    }
}
