using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A backlog with the text that it was read from. Immutable: an edit returns another one.</summary>
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

    /// <summary>How this backlog writes statuses.</summary>
    internal StatusWriter Statuses => field ??= new StatusWriter(Backlog);

    private ILookup<int?, SourceSpan> Suppressed =>
        field ??= Backlog
            .Suppressions.Where(one => one.Scope == SuppressionScope.NextItem)
            .Reverse()
            .ToLookup(one => one.Item, one => one.Span);

    /// <summary>Returns the comments that suppress rules for one improvement, the last first.</summary>
    internal IEnumerable<SourceSpan> SuppressionsOf(Improvement item) => Suppressed[item.Order];

    /// <summary>Reads a text without byte order mark.</summary>
    /// <exception cref="InputException">The text exceeds a limit (number of lines, nesting depth).</exception>
    public static EditableBacklog Read(SourceFile file, string text, ReadingOptions options)
    {
        var decoded = new TextFile(text.Replace('\0', '\uFFFD'), null);
        return new EditableBacklog(BacklogReader.ReadOutlined(file, decoded, options), text, options);
    }

    /// <summary>Returns the backlog after disjoint edits, in any order.</summary>
    /// <exception cref="InputException">The text exceeds a limit now.</exception>
    public EditableBacklog With(ImmutableArray<TextEdit> edits) =>
        edits.IsEmpty ? this : Read(Backlog.File, TextEdit.Apply(Text, edits), options);

    /// <summary>Returns the improvements whose title starts at or after an offset, in order.</summary>
    internal IEnumerable<Improvement> ImprovementsFrom(int offset)
    {
        var (low, high) = (0, Backlog.Improvements.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Backlog.Improvements[middle].Span.Offset < offset ? (middle + 1, high) : (low, middle);
        }

        return Backlog.Improvements.Skip(low);
    }

    /// <summary>Returns the first improvement with an <see cref="Improvement.Key"/>; null when there is none.</summary>
    public Improvement? Find(string key) => Keys.GetValueOrDefault(key);

    /// <summary>The first improvements by their keys.</summary>
    private Dictionary<string, Improvement> Keys =>
        field ??= Backlog.Improvements.DistinctBy(item => item.Key).ToDictionary(item => item.Key);

    /// <summary>Returns the error that refuses an edit because of a place in the text.</summary>
    public InputException ErrorAt(SourceSpan span, string message, string help) =>
        new(new InputError(message, help, Backlog.File.Path, span.Line, span.Column));

    public InputException NoColumn(FieldDefinition field, SourceSpan span) =>
        ErrorAt(
            span,
            $"the table has no column for {field.Words}",
            $"Add a column \"{field.Spelling}\" to its header."
        );
}
