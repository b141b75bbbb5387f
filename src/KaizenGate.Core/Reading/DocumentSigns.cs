namespace KaizenGate.Core.Reading;

/// <summary>What speaks for or against a whole document.</summary>
/// <param name="IsGuide">The title names a guide or a template.</param>
/// <param name="IsBacklog">The title or the file name names a backlog.</param>
/// <param name="IsTemplate">The title calls it a template, and it has placeholders to fill in.</param>
/// <param name="BoxShare">The share of list entries with a check box, from 0 to 1; 0 for fewer than three boxes.</param>
/// <param name="Ids">The number of entries with ids.</param>
internal sealed record DocumentSigns(bool IsGuide, bool IsBacklog, bool IsTemplate, double BoxShare, int Ids)
{
    public static DocumentSigns Of(Scope root, string fileName)
    {
        var title = root.Children is [{ Level: 1 } first, ..] ? first.Title!.Title : "";
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ');
        return new DocumentSigns(
            Has(title, Guides) && !Has(title, Backlogs),
            Has(title, Backlogs) || Has(name, Backlogs),
            TextNormalizer.Words(title) is [.., var last] && Templates.Contains(last) && HasPlaceholders(root),
            root.Below.Boxes < 3 ? 0 : (double)root.Below.Boxes / (root.Below.Boxes + root.Below.Plain),
            root.Below.Ids
        );
    }

    /// <summary>Whether a heading or an entry has a name in brackets to fill in: <c>Reviewer: [name]</c>.</summary>
    private static bool HasPlaceholders(Scope scope)
    {
        if (scope.Title is { } title && title.Title.TrimEnd() is [.., not ' ', ']'] text && text.Contains('[', StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var population in scope.Populations)
        {
            if (population.Members.Exists(member => member.Title is { Title: [.., ']'] }))
            {
                return true;
            }
        }

        foreach (var child in scope.Children)
        {
            if (HasPlaceholders(child))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(string text, WordIndex<bool> words)
    {
        var parts = TextNormalizer.Words(text);
        for (var index = 0; index < parts.Count; index++)
        {
            for (var count = 1; count <= Math.Min(MostWords, parts.Count - index); count++)
            {
                if (words.Contains(string.Concat(parts.Skip(index).Take(count))))
                {
                    return true;
                }
            }

            if (SectionWords.Split(parts[index]).Any(part => words.Contains(part)))
            {
                return true;
            }
        }

        return false;
    }

    private const int MostWords = 3;

    private static readonly WordIndex<bool> Templates = Lexicon.Set("document.template");
    private static readonly WordIndex<bool> Guides = Lexicon.Set("document.guide");
    private static readonly WordIndex<bool> Backlogs = Lexicon.Set("document.backlog");
}
