namespace KaizenGate.Core.Backlogs.Titles;

/// <summary>The words of a title as ascending numbers: all of them, and those without the remark in brackets at its end.</summary>
/// <param name="Core">The words before the remark; all of them when there is none.</param>
/// <param name="Whole">All words.</param>
internal readonly record struct Title(int[] Core, int[] Whole)
{
    /// <summary>Whether a remark, such as "(saves 30 s)", stands at its end.</summary>
    public bool HasRemark => !ReferenceEquals(Core, Whole);

    public static Title Of(string text, TitleWords words)
    {
        var title = text.AsSpan().TrimEnd();
        var open = title.EndsWith(")") ? title.LastIndexOf('(') : -1;
        var whole = words.Of(title);
        var core = open > 0 ? words.Of(title[..open]) : [];
        return core.Length == 0 ? new(whole, whole) : new(core, whole);
    }

    /// <summary>The same words under other numbers.</summary>
    public Title Renumber(int[] numbers)
    {
        var core = Sorted(Core, numbers);
        return new(core, HasRemark ? Sorted(Whole, numbers) : core);
    }

    private static int[] Sorted(int[] words, int[] numbers)
    {
        var sorted = Array.ConvertAll(words, word => numbers[word]);
        Array.Sort(sorted);
        return sorted;
    }
}
