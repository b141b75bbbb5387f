using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace KaizenGate.Core.Reading;

/// <summary>Finds the field of a label or a column header.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, FieldDefinition> fields = new(320);
    private readonly Dictionary<string, string> spellings = [];
    private readonly Dictionary<string, FieldDefinition>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="options">
    /// Has the fields, the labels from the settings, which override the built-in ones, and the formula, whose variables are labels too.
    /// </param>
    public Labels(ReadingOptions options)
    {
        // The words for a title are only column headers: as labels they would make a field of "Task: …".
        foreach (var field in options.Fields.WithLabels.Where(field => field.Kind is not FieldKind.Title))
        {
            foreach (var word in field.Labels.Split(',', StringSplitOptions.TrimEntries))
            {
                fields.TryAdd(TextNormalizer.Normalize(word), field);
            }
        }

        foreach (var variable in options.Scoring.Formula.Variables)
        {
            fields.TryAdd(TextNormalizer.Normalize(variable), FieldCatalog.Other);
        }

        foreach (var (field, words) in options.Labels)
        {
            foreach (var word in words)
            {
                fields[TextNormalizer.Normalize(word)] = field;
            }
        }

        foreach (var (header, field) in options.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            fields[TextNormalizer.Normalize(header)] = field;
        }

        lookup = fields.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Finds the field of a label, ignoring a remark in brackets after it; false when it is unknown.</summary>
    public bool TryFind(ReadOnlySpan<char> label, [NotNullWhen(true)] out FieldDefinition? field)
    {
        field = null;
        var bracket = label.IndexOfAny('(', '（', '[');
        if (bracket > 0)
        {
            label = label[..bracket];
        }

        if (label.Length > MaxLength)
        {
            return false;
        }

        Span<char> normalized = stackalloc char[MaxLength];
        return lookup.TryGetValue(normalized[..TextNormalizer.Normalize(label, normalized)], out field);
    }

    /// <summary>Returns a label as plain text. Labels recur, so equal ones share one string. Not thread-safe.</summary>
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

    private static readonly SearchValues<char> RangeMarks = SearchValues.Create("-–—/~ ");

    /// <summary>The maximum length of a label, in characters.</summary>
    public const int MaxLength = 60;
}
