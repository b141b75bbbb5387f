using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace KaizenGate.Core.Reading;

/// <summary>Finds the field of a label or a column header. Thread-safe.</summary>
internal sealed class Labels
{
    private const int MostHeaderWords = 4;

    /// <summary>The labels of the settings, of fields that are not in the catalog, and the variables of the formula.</summary>
    private readonly Dictionary<string, FieldDefinition> own = [];
    private readonly Dictionary<string, FieldDefinition> columns = [];
    private readonly ConcurrentDictionary<string, string> spellings = new();
    private readonly Dictionary<string, FieldDefinition>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private readonly ImmutableDictionary<string, Status> boxes;

    /// <summary>Whether the settings define a check box with this between its brackets.</summary>
    public bool IsBox(string content) => !boxes.IsEmpty && boxes.ContainsKey(content);

    /// <param name="options">
    /// Has the fields, the labels from the settings, which override the built-in ones, and the formula, whose variables are labels too.
    /// </param>
    public Labels(ReadingOptions options)
    {
        boxes = options.Boxes;
        foreach (var field in options.Fields.WithLabels.Where(field => !FieldCatalog.Table.All.Contains(field)))
        {
            foreach (var label in Of(field))
            {
                AddUnknown(label, field);
            }
        }

        foreach (var variable in options.Scoring.Formula.Variables)
        {
            AddUnknown(variable, FieldCatalog.Other);
        }

        foreach (var (field, words) in options.Labels)
        {
            foreach (var word in words)
            {
                own[TextNormalizer.Normalize(word)] = field;
            }
        }

        foreach (var (header, field) in options.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            columns[TextNormalizer.Normalize(header)] = field;
            if (field != FieldCatalog.Title)
            {
                own[TextNormalizer.Normalize(header)] = field;
            }
        }

        lookup = own.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Returns the labels of a field, its own first, in all languages or in one.</summary>
    public static IEnumerable<string> Of(FieldDefinition field, string? language = null) =>
        field
            .Labels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Concat(language is null ? Lexicon.Words(KeyOf(field)) : Lexicon.Words(KeyOf(field), language))
            .DistinctBy(label => TextNormalizer.Normalize(label));

    /// <summary>Returns the rank of the header of a title column, 0 for the most specific; null for another header.</summary>
    public static int? TitleRank(string header) => TitleRanks.TryGetText(header, out var rank) ? rank : null;

    /// <summary>Finds the field of a column: by its label, as a title, or by "status" with other words; false when it is unknown.</summary>
    public bool TryFindColumn(string header, [NotNullWhen(true)] out FieldDefinition? field)
    {
        if (columns.TryGetValue(TextNormalizer.Normalize(header), out field) || TryFind(header, out field))
        {
            return true;
        }

        field =
            TitleRank(header) is not null ? FieldCatalog.Title
            : TextNormalizer.Words(header) is [var first, .., var last] and { Count: <= MostHeaderWords }
            && (IsStatus(first) || IsStatus(last))
                ? FieldCatalog.Status
            : null;
        return field is not null;
    }

    /// <summary>Finds the field of a label, ignoring a remark in brackets after it; false when it is unknown.</summary>
    public bool TryFind(ReadOnlySpan<char> label, [NotNullWhen(true)] out FieldDefinition? field)
    {
        field = null;
        label = label[..RemarkIn(label)];
        if (label.Length > MaxLength)
        {
            return false;
        }

        if (label.Trim() is "#" or "№")
        {
            field = FieldCatalog.Id;
            return true;
        }

        return TryFindWhole(label, out field)
            || (WithoutAddition(label) is var shorter && shorter.Length > 0 && TryFindWhole(shorter, out field));
    }

    /// <summary>Returns where a remark in brackets begins, "Impact (1-5)"; the length of a label without one.</summary>
    public static int RemarkIn(ReadOnlySpan<char> label) =>
        label.IndexOfAny('(', '（', '[') is > 0 and var at ? at : label.Length;

    /// <summary>Returns the field that a normalized word is a built-in label of; null for any other word.</summary>
    public static FieldDefinition? FieldOf(string word) => BuiltIn.TryGetValue(word, out var field) ? field : null;

    private bool TryFindWhole(ReadOnlySpan<char> label, [NotNullWhen(true)] out FieldDefinition? field)
    {
        Span<char> normalized = stackalloc char[MaxLength];
        var word = normalized[..TextNormalizer.Normalize(label, normalized)];
        return (own.Count > 0 && lookup.TryGetValue(word, out field)) || BuiltIn.TryGetValue(word, out field);
    }

    /// <summary>Returns the label of "Status / Notes", "Status Sprint 4" or "Effort in days"; empty for one without such an addition.</summary>
    private static ReadOnlySpan<char> WithoutAddition(ReadOnlySpan<char> label)
    {
        var sign = label.IndexOfAny('/', '&');
        if (sign > 0)
        {
            return label[..sign];
        }

        var unit = label.IndexOf(" in ");
        if (unit > 0)
        {
            return label[..unit];
        }

        var digit = label.IndexOfAnyInRange('0', '9');
        var before = digit > 0 ? label[..digit].TrimEnd() : default;
        var space = before.LastIndexOf(' ');
        return space > 0 && Periods.Contains(TextNormalizer.Normalize(before[(space + 1)..]))
            ? before[..space]
            : default;
    }

    private static readonly HashSet<string> Periods = TextNormalizer.Set(
        "sprint phase week iteration release version v q kw woche semana semaine fase спринт фаза"
    );

    /// <summary>Returns a label as plain text. Labels recur, so equal ones share one string.</summary>
    public string Spelling(ReadOnlySpan<char> label)
    {
        var lookUp = spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookUp.TryGetValue(label, out var spelling))
        {
            spelling = PlainText.Of(label).TrimEnd(':', '：', ' ');
            lookUp[label] = spelling;
        }

        return spelling;
    }

    /// <summary>Returns the upper end of the scale in a label, "Impact (1-5)" or "(/5)"; 0 for none.</summary>
    public static int ScaleOf(ReadOnlySpan<char> label)
    {
        var open = label.IndexOfAny('(', '（');
        if (open < 0)
        {
            return 0;
        }

        var inside = label[(open + 1)..].TrimEnd(") ）");
        var last = inside.LastIndexOfAny(RangeMarks);
        return int.TryParse(inside[(last + 1)..], out var top) && top is 5 or 10 ? top : 0;
    }

    /// <summary>The maximum length of a label, in characters.</summary>
    public const int MaxLength = 60;

    private void AddUnknown(string label, FieldDefinition field)
    {
        var normalized = TextNormalizer.Normalize(label);
        if (!BuiltIn.Contains(normalized))
        {
            own.TryAdd(normalized, field);
        }
    }

    private static bool IsStatus(string word) =>
        BuiltIn.TryGetValue(word, out var field) && field == FieldCatalog.Status;

    private static string KeyOf(FieldDefinition field) => $"field.{field.Name}";

    /// <summary>The labels of the catalog. The words for a title are only headers: as labels they would make a field of "Task: …".</summary>
    private static readonly WordIndex<FieldDefinition> BuiltIn = Lexicon.Index([
        .. FieldCatalog
            .Table.WithLabels.Where(field => field != FieldCatalog.Title)
            .Select(field => (field, KeyOf(field))),
    ]);

    /// <summary>The position of a header in the list of its language.</summary>
    private static readonly WordIndex<int> TitleRanks = new(
        [(0, KeyOf(FieldCatalog.Title))],
        (_, position) => position
    );

    private static readonly SearchValues<char> RangeMarks = SearchValues.Create("-–—/~ ");
}
