using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Which property a label or a column header stands for.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, FieldName> names = new(320);
    private readonly Dictionary<string, string> spellings = [];
    private readonly Dictionary<string, FieldName>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="extra">The labels that the settings add; they win over the built-in ones.</param>
    /// <param name="formulaVariables">The names of the score formula: their labels are kept even when they are unknown.</param>
    public Labels(ImmutableDictionary<FieldName, ImmutableArray<string>> extra, IEnumerable<string> formulaVariables)
    {
        foreach (var (name, words) in LabelWords.BuiltIn)
        {
            foreach (var word in words.Split(',', StringSplitOptions.TrimEntries))
            {
                names.TryAdd(Folding.Fold(word), name);
            }
        }

        foreach (var variable in formulaVariables)
        {
            names.TryAdd(Folding.Fold(variable), FieldName.Other);
        }

        foreach (var (name, words) in extra)
        {
            foreach (var word in words)
            {
                names[Folding.Fold(word)] = name;
            }
        }

        lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a label is known, and what it stands for. A remark in brackets behind it does not matter.</summary>
    public bool TryFind(ReadOnlySpan<char> label, out FieldName name)
    {
        name = FieldName.Other;
        var bracket = label.IndexOfAny('(', '（', '[');
        if (bracket > 0)
        {
            label = label[..bracket];
        }

        if (label.Length > MaxLength)
        {
            return false;
        }

        Span<char> folded = stackalloc char[MaxLength];
        return lookup.TryGetValue(folded[..Folding.Fold(label, folded)], out name);
    }

    /// <summary>A label as plain text. Labels recur, so equal ones share one string. Not for several threads at once.</summary>
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

    /// <summary>The top of a scale that a label carries in brackets, "Impact (1-5)" or "(/5)"; 0 for none.</summary>
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

    private static readonly System.Buffers.SearchValues<char> RangeMarks = System.Buffers.SearchValues.Create("-–—/~ ");

    /// <summary>The longest label, in characters.</summary>
    public const int MaxLength = 60;
}
