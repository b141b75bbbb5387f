using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Editing;

/// <summary>A backlog with the text that it was read from. Immutable: an edit returns another one.</summary>
internal sealed class EditableBacklog
{
    /// <summary>In a longer text, the outline takes memory that the result of an edit needs.</summary>
    private const int LargeCharacters = 4 * 1024 * 1024;

    private readonly ReadingOptions options;
    private OutlineMap? outline;

    private EditableBacklog(OutlinedBacklog read, string text, ReadingOptions options)
    {
        this.options = options;
        Backlog = read.Backlog;
        Text = text;
        Labels = read.Labels;
        Lines = read.Lines;
        outline = new OutlineMap(read.Outline, text);
    }

    public Backlog Backlog { get; }

    /// <summary>The text, without byte order mark.</summary>
    public string Text { get; }

    internal Labels Labels { get; }

    internal LineMap Lines { get; }

    /// <summary>The outline, which is read again when an edit released it.</summary>
    internal OutlineMap Outline => outline ??= Read(Text).Outline;

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
    public EditableBacklog With(ImmutableArray<TextEdit> edits)
    {
        if (edits.IsEmpty)
        {
            return this;
        }

        outline = Text.Length > LargeCharacters ? null : outline;
        return Read(TextEdit.Apply(Text, edits));
    }

    /// <summary>Reads another text in the same way.</summary>
    /// <exception cref="InputException">The text exceeds a limit.</exception>
    internal EditableBacklog Read(string text) => Read(Backlog.File, text, options);

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
