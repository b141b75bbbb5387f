using KaizenGate.Core.Reading;
using KaizenGate.Core.Reading.Transcribing;
using KaizenGate.Core.Snapshots;

namespace KaizenGate.Core.Editing;

/// <summary>A backlog with the text that it was read from. Immutable: an edit returns another one.</summary>
internal sealed class EditableBacklog
{
    /// <summary>In characters: how a longer text was read takes enough memory to release it.</summary>
    private const int LargeText = 4 * 1024 * 1024;

    private readonly SourceFile file;
    private readonly ReadingOptions options;
    private ReadText? read;

    private EditableBacklog(SourceFile file, string text, ReadingOptions options)
    {
        this.file = file;
        this.options = options;
        Text = text;
        read = new ReadText(file, text, options);
    }

    /// <summary>The text, without byte order mark.</summary>
    public string Text { get; }

    public Backlog Backlog => Current.Backlog;

    /// <summary>What edits must not change.</summary>
    internal BacklogDigest Digest => field ??= new BacklogDigest(Backlog);

    internal Labels Labels => Current.Labels;

    internal LineMap Lines => Current.Lines;

    internal OutlineMap Outline => Current.Outline;

    /// <summary>How this backlog writes statuses.</summary>
    internal StatusWriter Statuses => Current.Statuses;

    internal Scoring Scoring => options.Scoring;

    internal FieldTable Fields => options.Fields;

    /// <summary>How the text is read; again when an edit released it.</summary>
    private ReadText Current => read ??= new ReadText(file, Text, options);

    /// <summary>Returns the comments that suppress rules for one improvement, the last first.</summary>
    internal IEnumerable<SourceSpan> SuppressionsOf(Improvement item) => Current.Suppressed[item.Order];

    /// <summary>Reads a text without byte order mark.</summary>
    /// <exception cref="InputException">The file is not Markdown, or the text exceeds a limit (number of lines, nesting depth).</exception>
    public static EditableBacklog Read(SourceFile file, string text, ReadingOptions options) =>
        NotEdited(file, () => text, SnapshotFile.Is(file.Path, text)) is { } other
            ? throw new InputException(
                new InputError($"edits change only Markdown, and this is {other.Name}", other.Remedy, file.Path)
            )
            : new(file, text, options);

    /// <summary>Returns what a file is that edits do not change, and how to change it; null for one that they change.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static (string Name, string Remedy)? NotEdited(SourceFile file, long maxBytes) =>
        NotEdited(file, () => TextFile.Read(file, maxBytes).Text, SnapshotFile.Is(file));

    private static (string Name, string Remedy)? NotEdited(SourceFile file, Func<string> text, bool isSnapshot) =>
        isSnapshot ? ("a snapshot of a tracker", "Change the issues, by `dotnet kaizen edit` or in the tracker.")
        : TaskFolder.Of(file) is not null ? BacklogTask.NotEdited
        : Transcriber.NotEdited(file.Path, text());

    /// <summary>Returns the backlog after disjoint edits, in any order.</summary>
    /// <exception cref="InputException">The text exceeds a limit now.</exception>
    public EditableBacklog With(ImmutableArray<TextEdit> edits)
    {
        if (edits.IsEmpty)
        {
            return this;
        }

        var text = TextEdit.Apply(Text, edits);
        if (!Release() && text.Length > LargeText)
        {
            GC.Collect(); // The edits of a large text take as much memory as the text.
        }

        return Read(text);
    }

    /// <summary>Releases how a large text was read, which takes five times its memory, until it is needed again.</summary>
    /// <returns>Whether there was something to release.</returns>
    public bool Release()
    {
        if (Text.Length <= LargeText || read is null)
        {
            return false;
        }

        _ = Digest;
        read = null;
        // On its own, the runtime collects it only after another text is read.
        GC.Collect();
        return true;
    }

    /// <summary>Reads another text in the same way.</summary>
    /// <exception cref="InputException">The text exceeds a limit.</exception>
    internal EditableBacklog Read(string text) => Read(file, text, options);

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
    public Improvement? Find(string key) => Current.Keys.GetValueOrDefault(key);

    /// <summary>Returns the error that refuses an edit because of a place in the text.</summary>
    public InputException ErrorAt(SourceSpan span, string message, string help) =>
        new(new InputError(message, help, file.Path, span.Line, span.Column));

    public InputException NoColumn(FieldDefinition field, SourceSpan span) =>
        ErrorAt(
            span,
            $"the table has no column for {field.Words}",
            $"Add a column \"{field.Spelling}\" to its header."
        );

    /// <summary>A text as it is read, with what is derived from that on demand.</summary>
    private sealed class ReadText
    {
        private readonly OutlinedBacklog outlined;
        private readonly string text;

        public ReadText(SourceFile file, string text, ReadingOptions options)
        {
            this.text = text;
            if (text.Length > LargeText)
            {
                Garbage.AllowCollections(); // It is read again after the edit.
            }

            outlined = BacklogReader.ReadMarkdown(file, new TextFile(text.Replace('\0', '\uFFFD'), null), options);
        }

        public Backlog Backlog => outlined.Backlog;

        public Labels Labels => outlined.Labels;

        public LineMap Lines => outlined.Lines;

        public OutlineMap Outline => field ??= new OutlineMap(outlined.Outline, text);

        public StatusWriter Statuses => field ??= new StatusWriter(Backlog);

        public ILookup<int?, SourceSpan> Suppressed =>
            field ??= Backlog
                .Suppressions.Where(one => one.Scope == SuppressionScope.NextItem)
                .Reverse()
                .ToLookup(one => one.Item, one => one.Span);

        /// <summary>The first improvements by their keys.</summary>
        public Dictionary<string, Improvement> Keys =>
            field ??= Backlog.Improvements.DistinctBy(item => item.Key).ToDictionary(item => item.Key);
    }
}
