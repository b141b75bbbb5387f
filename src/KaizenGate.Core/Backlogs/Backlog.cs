namespace KaizenGate.Core.Backlogs;

/// <summary>A backlog that was read from one file, or from a folder that the file represents.</summary>
internal sealed record Backlog
{
    public required SourceFile File { get; init; }

    /// <summary>The files of the folder, each with the offset of its text, ascending; empty for a backlog in one file.</summary>
    public ImmutableArray<(int Start, SourceFile File)> Members { get; init; } = [];

    /// <summary>Returns the file that a place is in; its line and column are those in that file.</summary>
    public SourceFile FileAt(SourceSpan place)
    {
        var (from, to) = (-1, Members.Length);
        while (to - from > 1)
        {
            var middle = (from + to) / 2;
            (from, to) = Members[middle].Start <= place.Offset ? (middle, to) : (from, middle);
        }

        return from < 0 ? File : Members[from].File;
    }

    /// <summary>Returns the file that the place of an improvement is in, which is its own or of its archive.</summary>
    /// <param name="item">Null for one that is in neither: the file of the backlog.</param>
    public SourceFile FileOf(Improvement? item) =>
        item is null ? File
        : Archive is not null && !Has(item) ? Archive.FileAt(item.Span)
        : FileAt(item.Span);

    /// <summary>The text that was read, without byte order mark; null for a backlog that was not read from one.</summary>
    public string? Text { get; init; }

    /// <summary>The improvements in the order of the file.</summary>
    public ImmutableArray<Improvement> Improvements { get; init; } = [];

    /// <summary>The sections in the order of the file.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>The figures that the file states about itself; null when it states none.</summary>
    public Metadata? Metadata { get; init; }

    public ImmutableArray<MetricSeries> Metrics { get; init; } = [];

    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<ReadingProblem> Problems { get; init; } = [];

    /// <summary>What each part of the document was read as.</summary>
    public ReadingAccount Account { get; init; } = ReadingAccount.Empty;

    /// <summary>The archive of older completed improvements; null when there is none.</summary>
    public Backlog? Archive { get; init; }

    /// <summary>The improvements of the file and of its archive.</summary>
    public IEnumerable<Improvement> WithArchive =>
        Archive is null ? Improvements : Improvements.Concat(Archive.Improvements);

    /// <summary>The open improvements of the archive that the file does not have.</summary>
    public IEnumerable<Improvement> OpenInArchive =>
        Archive is null
            ? []
            : Archive.Improvements.Where(item => item.IsOpen).ExceptBy(Improvements.Select(KeyOf), KeyOf);

    /// <summary>Whether an improvement is in the file: this object, not only an equal one.</summary>
    public bool Has(Improvement item) =>
        item.Order < Improvements.Length && ReferenceEquals(Improvements[item.Order], item);

    private static string KeyOf(Improvement item) => item.Key;
}

/// <summary>Something that the reader could not understand.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong and what to write instead, as one sentence.</param>
/// <param name="Item">The improvement that the problem is in, or null.</param>
internal sealed record ReadingProblem(SourceSpan Span, string Message, Improvement? Item = null);

/// <summary>What a suppression applies to.</summary>
internal enum SuppressionScope
{
    NextItem,
    File,
}

/// <summary>A comment that suppresses the findings of some rules.</summary>
/// <param name="Rules">The ids or names of the rules, as written.</param>
/// <param name="Reason">Null when the comment gives none.</param>
/// <param name="Span">The comment.</param>
/// <param name="Item">The <see cref="Improvement.Order"/> of the next improvement; null when none follows, or for the whole file.</param>
internal sealed record Suppression(
    SuppressionScope Scope,
    ImmutableArray<string> Rules,
    string? Reason,
    SourceSpan Span,
    int? Item
);

/// <summary>A heading that gives a priority or a status to the improvements below it, or only groups them.</summary>
/// <param name="Title">The heading's plain text.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Span">The text of the heading.</param>
/// <param name="Priority">Its own priority or that of a heading above; null when neither has one.</param>
/// <param name="Status">Its own status or that of a heading above; null when neither has one.</param>
internal sealed record Section(string Title, int Level, SourceSpan Span, Priority? Priority, Status? Status);

/// <summary>The figures that a backlog states about itself.</summary>
internal sealed record Metadata
{
    public Written<DateOnly>? LastUpdated { get; init; }
    public Written<int>? TotalItems { get; init; }

    /// <summary>A percentage as written, not limited to 0 to 100.</summary>
    public Written<double>? ExecutionRate { get; init; }

    /// <summary>The completed count next to the rate, "(104 completed / 156 total)"; null when there is none.</summary>
    public Written<int>? Completed { get; init; }

    /// <summary>The total count next to the rate; null when there is none.</summary>
    public Written<int>? RateTotal { get; init; }
}

/// <summary>A series of dated values: a column of a table in the Metrics section, or a metric of a metrics file.</summary>
/// <param name="Name">The header of the column, or the name in the metrics file.</param>
/// <param name="Points">The values, ordered by date.</param>
internal sealed record MetricSeries(string Name, ImmutableArray<MetricPoint> Points)
{
    /// <summary>The metrics file; null for a table of the backlog.</summary>
    public SourceFile? File { get; init; }

    /// <summary>The days of its rebases: the limits of later days come from values of these days on.</summary>
    public ImmutableArray<DateOnly> Rebases { get; init; } = [];

    /// <summary>Separates the values from the rebases.</summary>
    public static MetricSeries Of(string name, IEnumerable<MetricPoint> rows)
    {
        var all = rows.OrderBy(row => row.Date).ToLookup(row => row.IsRebase);
        return new(name, [.. all[false]]) { Rebases = [.. all[true].Select(row => row.Date)] };
    }
}

/// <summary>One value of a series.</summary>
internal sealed record MetricPoint(DateOnly Date, double Value, SourceSpan Span)
{
    /// <summary>Null when none is written.</summary>
    public string? Unit { get; init; }

    /// <summary>Null when none is written.</summary>
    public string? Note { get; init; }

    /// <summary>The word that a file has instead of a value.</summary>
    public const string RebaseWord = "rebase";

    /// <summary>Whether it is not a value, but the day from which a new base period begins.</summary>
    public bool IsRebase { get; init; }

    /// <summary>Whether a text says <see cref="RebaseWord"/>.</summary>
    public static bool SaysRebase(ReadOnlySpan<char> text) =>
        text.Trim().Equals(RebaseWord, StringComparison.OrdinalIgnoreCase);
}
