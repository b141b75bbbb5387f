using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A backlog together with the text that it was read from: all that is needed to edit it. Never changes itself.</summary>
internal sealed class EditableBacklog
{
    private readonly ReadingOptions options;

    private EditableBacklog(OutlinedBacklog read, string text, ReadingOptions options)
    {
        this.options = options;
        Backlog = read.Backlog;
        Text = text;
        Labels = read.Labels;
        Lines = read.Lines;
        Outline = new OutlineMap(read.Outline, text);
    }

    public Backlog Backlog { get; }

    /// <summary>The text, without byte order mark.</summary>
    public string Text { get; }

    internal Labels Labels { get; }

    internal LineMap Lines { get; }

    internal OutlineMap Outline { get; }

    internal Scoring Scoring => options.Scoring;

    internal FieldTable Fields => options.Fields;

    /// <summary>Reads a text.</summary>
    /// <param name="file">The name of the text.</param>
    /// <param name="text">The text without byte order mark.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="InputException">The text breaks a limit (number of lines, nesting depth); the error names the place.</exception>
    public static EditableBacklog Read(SourceFile file, string text, ReadingOptions options)
    {
        var decoded = new TextFile(text.Replace('\0', '\uFFFD'), null);
        return new EditableBacklog(BacklogReader.ReadOutlined(file, decoded, options), text, options);
    }

    /// <summary>The document after some edits.</summary>
    /// <param name="edits">Disjoint, in any order.</param>
    /// <exception cref="InputException">The text breaks a limit now.</exception>
    public EditableBacklog With(ImmutableArray<TextEdit> edits) =>
        edits.IsEmpty ? this : Read(Backlog.File, EditedText.Apply(Text, edits), options);

    /// <summary>The first improvement with a key, <see cref="Improvement.Key"/>; null when there is none.</summary>
    public Improvement? Find(string key) => Backlog.Improvements.FirstOrDefault(item => item.Key == key);
}
