namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Writes one improvement after another: a heading, its fields, and its body.</summary>
/// <param name="original">The lines of the original.</param>
/// <param name="to">Receives the lines.</param>
/// <param name="level">The level of the headings.</param>
internal sealed class ItemWriter(OriginalLines original, TranscriptionBuilder to, int level)
{
    public OriginalLines Original => original;

    /// <summary>The number of improvements written.</summary>
    public int Count { get; private set; }

    /// <summary>Begins an improvement.</summary>
    /// <param name="title">Its title; may have several lines.</param>
    /// <param name="place">The place of the title, or of the whole improvement.</param>
    /// <param name="id">Its id in any form; null for none.</param>
    /// <param name="box">What is in its check box; null for none, if it has a status.</param>
    /// <param name="identity">What identifies it in the history instead of its id or title; null for these.</param>
    public void Begin(string title, LinePlace place, string? id = null, string? box = null, string? identity = null)
    {
        Count++;
        var marks = new string('#', level);
        var shownBox = box is null ? "" : $"[{box}] ";
        var key = identity is null ? "" : $"{Transcription.IdentityMark}{Line(identity)}";
        var shownId =
            id is null && key.Length == 0 ? "" : $"{Transcription.IdOpen}{Line(id ?? "")}{key}{Transcription.IdClose} ";
        to.Blank(place);
        Value($"{marks} {shownBox}{shownId}", title, place, $" {Transcription.ItemMark}");
    }

    /// <summary>Returns the label that a heading in a body stands for.</summary>
    public Func<string, string> LabelOf { private get; set; } = heading => heading;

    /// <summary>Begins a section, which may give its improvements a status or a priority.</summary>
    public void Section(string title, LinePlace place)
    {
        to.Blank(place);
        Value($"{new string('#', level - 1)} ", title, place);
    }

    /// <summary>Writes a field; nothing when it has no value.</summary>
    public void Field(string label, string? value, LinePlace place)
    {
        label = Line(label).Replace("*", "", StringComparison.Ordinal);
        if (!string.IsNullOrWhiteSpace(value) && label.Length > 0)
        {
            to.Blank(place);
            Value($"**{label}:** ", value, place);
        }
    }

    /// <summary>Writes the lines of a body; nothing when there is none.</summary>
    public void Body(IReadOnlyList<(string Text, LinePlace Place)> lines, LinePlace place)
    {
        to.Blank(place);
        IssueBody.Write(lines, LabelOf, to);
    }

    /// <summary>Writes a body that is one value of the original.</summary>
    public void Body(string? text, LinePlace place)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Body([.. text.ReplaceLineEndings("\n").Split('\n').Select(line => (line, place))], place);
        }
    }

    public void End(LinePlace place) => to.Blank(place);

    public void Problem(LinePlace place, string message) => to.Problem(place, message);

    /// <summary>Writes a value, at its exact place if it is written there as it is.</summary>
    private void Value(string prefix, string value, LinePlace place, string suffix = "")
    {
        var line = Line(value);
        var written = original[place.Line - 1][(place.Column - 1)..];
        var quotes = written.StartsWith(line) ? 0 : 1;
        if (line.Length > 0 && written.Length > quotes && written[quotes..].StartsWith(line))
        {
            to.Copy(
                prefix,
                line,
                place with
                {
                    Offset = place.Offset + quotes,
                    Column = place.Column + quotes,
                },
                suffix
            );
        }
        else
        {
            to.Write(prefix + line + suffix, place);
        }
    }

    /// <summary>Returns a value on one line, without what begins a comment or is around an id.</summary>
    private static string Line(string value) =>
        value
            .ReplaceLineEndings(" ")
            .Trim()
            .Replace("<!--", "&lt;!--", StringComparison.Ordinal)
            .Replace(Transcription.IdOpen, '[')
            .Replace(Transcription.IdClose, ']')
            .Replace(Transcription.IdentityMark, '|');
}
