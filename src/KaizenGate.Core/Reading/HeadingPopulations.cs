namespace KaizenGate.Core.Reading;

/// <summary>Divides the headings directly below one heading into populations.</summary>
internal static class HeadingPopulations
{
    public static List<Population> Of(Scope parent)
    {
        var found = new List<(int Key, Population Population)>();
        foreach (var child in parent.Children)
        {
            var title = child.Title!;
            var isNumbered = IsNumbered(child.Section!.Slice(child.Heading!.Text));
            if (title.Id is null && !isNumbered && child.Meaning.IsWhole)
            {
                continue; // It names a section.
            }

            var key = (child.Level * 3) + (title.Id is not null ? 2 : isNumbered ? 1 : 0);
            var index = found.FindIndex(one => one.Key == key);
            if (index < 0)
            {
                index = found.Count;
                found.Add((key, new Population(PartForm.Heading, child.Section!)));
            }

            var population = found[index].Population;
            population.Members.Add(new Member(child.Heading, title, child.Section!, child));
            population.Numbers.Add(isNumbered ? NumberOf(child.Section!.Slice(child.Heading!.Text)) : 0);
            Count(population.Traits, child, isNumbered);
        }

        return found.ConvertAll(one => one.Population);
    }

    private static void Count(Traits traits, Scope scope, bool isNumbered)
    {
        var title = scope.Title!;
        traits.Count++;
        traits.Ids += title.Id is null ? 0 : 1;
        traits.Boxed += title.Box is null ? 0 : 1;
        traits.Struck += title.IsStruck ? 1 : 0;
        traits.Signs +=
            title.IsMarkedDone || title.BeginsWithDoneSign || title.Tag is not null || scope.Meaning.Status is not null
                ? 1
                : 0;
        traits.Ordinals += isNumbered ? 1 : 0;
        traits.Placeholders += title.Id is null && Placeholders.MatchesTitle(title.Title) ? 1 : 0;
        traits.Short += Populations.WordCount(title.Title) <= 2 ? 1 : 0;
        traits.Verbs += Populations.BeginsWithVerb(title.Title) ? 1 : 0;
        traits.Code += scope.Section!.Slice(scope.Heading!.Text).StartsWith("`") ? 1 : 0;
        traits.Groups += ((scope.Meaning.Head | scope.Meaning.Tail) & SectionTopics.Group) != 0 ? 1 : 0;
        traits.Sections +=
            (scope.Meaning.Head & (SectionTopics.Status | SectionTopics.Priority | SectionTopics.Horizon | SectionTopics.Work)) != 0
                ? 1
                : 0;
        traits.SectionWords +=
            (scope.Meaning.Tail & (SectionTopics.Context | SectionTopics.Work | SectionTopics.Horizon)) != 0 ? 1 : 0;
        traits.SignsBelow += scope.Below.Signs > 0 ? 1 : 0;
        traits.OnlyProse +=
            scope.Children.Length == 0
            && scope.Content.Count > 0
            && scope.Content.TrueForAll(placed => placed.Node is LineNode)
                ? 1
                : 0;
        traits.Empty += scope.Content.Count == 0 && scope.Children.Length == 0 ? 1 : 0;
        traits.HeadingsBelow += scope.Children.Length > 0 ? 1 : 0;
        traits.BoxesBelow += scope.Below.Boxes > 0 ? 1 : 0;
        traits.IdsBelow += scope.Below.Ids > 0 && title.Id is null ? 1 : 0;
        traits.TablesBelow += scope.Below.Tables > 0 ? 1 : 0;
        Content(traits, scope);
    }

    private static void Content(Traits traits, Scope scope)
    {
        var hasRating = false;
        var hasPart = false;
        var hasList = false;
        foreach (var (section, node) in scope.Content)
        {
            switch (node)
            {
                case LineNode { Fields: [var field, ..] }:
                    hasRating |= Populations.IsOwnRating(field.Definition) && FieldHeuristics.IsFieldInParagraph(field, section);
                    hasPart |= IsPart(field, section);
                    break;
                case EntryNode entry:
                    hasList = true;
                    if (entry.Fields is [var own, ..])
                    {
                        hasRating |= Populations.IsOwnRating(own.Definition) && FieldHeuristics.IsField(entry, section);
                        hasPart |= IsPart(own, section);
                    }

                    break;
            }
        }

        foreach (var child in scope.Children)
        {
            hasPart |=
                child.Meaning.IsWhole
                && (child.Meaning.Topics & (SectionTopics.Part | SectionTopics.Goals | SectionTopics.Background)) != 0;
        }

        traits.Ratings += hasRating ? 1 : 0;
        traits.Parts += hasPart ? 1 : 0;
        traits.Lists += hasList ? 1 : 0;
        traits.Prose += scope.Content is [{ Node: LineNode { Fields.IsEmpty: true } }, ..] ? 1 : 0;
    }

    private static bool IsPart(FieldText field, PlacedSection section) =>
        field.Definition is { IsProse: true }
        || (
            field.IsBold
            && (SectionWords.Read(PlainText.Of(section.Slice(field.LabelExtent))).Topics & SectionTopics.Part) != 0
        );

    /// <summary>Returns the number that a heading or an entry begins with; 0 for none.</summary>
    public static int NumberOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*_~ ");
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? text : text[..end], out var number) ? number : 0;
    }

    private static bool IsNumbered(ReadOnlySpan<char> heading)
    {
        heading = heading.TrimStart("*_~ ");
        var digits = 0;
        while (digits < heading.Length && (char.IsAsciiDigit(heading[digits]) || (digits > 0 && heading[digits] == '.' && digits + 1 < heading.Length && char.IsAsciiDigit(heading[digits + 1]))))
        {
            digits++;
        }

        return digits is > 0 and < 8
            && digits < heading.Length
            && heading[digits] is '.' or ')' or '、' or '：' or ':'
            || (digits > 1 && digits < heading.Length && heading[..digits].Contains('.') && heading[digits] == ' ');
    }
}

/// <summary>Reads what the title and the file name say about a document.</summary>
internal static class DocumentWords
{
    public static DocumentSigns Read(Scope root, string fileName)
    {
        var title = root.Children is [{ Level: 1 } first, ..] ? first.Title!.Title : "";
        var name = Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ').Replace('-', ' ');
        return new DocumentSigns(
            Has(title, Guides) && !Has(title, Backlogs),
            Has(title, Backlogs) || Has(name, Backlogs),
            root.Below.Boxes < 3 ? 0 : (double)root.Below.Boxes / (root.Below.Boxes + root.Below.Plain),
            root.Below.Ids
        );
    }

    private static bool Has(string text, HashSet<string> words)
    {
        var parts = TextNormalizer.Words(text);
        for (var index = 0; index < parts.Count; index++)
        {
            for (var count = 1; count <= Math.Min(3, parts.Count - index); count++)
            {
                if (words.Contains(string.Concat(parts.Skip(index).Take(count))))
                {
                    return true;
                }
            }

            if (parts[index].Length > 2 && parts[index][0] > '\u3000' && words.Any(word => word.Length > 1 && parts[index].Contains(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> Guides = Words("document.guide");
    private static readonly HashSet<string> Backlogs = Words("document.backlog");

    private static HashSet<string> Words(string key) =>
        [.. Vocabulary.Lexicon.Words(key).Split(',').Select(word => TextNormalizer.Normalize(word))];
}
