using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>The ids of a page, to which labels and links refer.</summary>
internal static partial class PageIds
{
    /// <summary>Fails when two elements have the same id, or a label refers to none.</summary>
    public static void MustBeUnique(string page)
    {
        var ids = Id().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(LabelledBy().Matches(page), match => Assert.Contains(match.Groups[1].Value, ids));
    }

    [GeneratedRegex("<[^>]* id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex(" aria-labelledby=\"([^\"]+)\"")]
    private static partial Regex LabelledBy();
}
