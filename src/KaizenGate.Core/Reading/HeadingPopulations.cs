using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>What speaks for or against a heading as an improvement, without what depends on the headings below it.</summary>
internal sealed record HeadingTraits(
    int Number,
    bool IsNumbered,
    bool HasRating,
    bool HasPriority,
    bool HasField,
    bool HasPart,
    bool HasList,
    bool HasProse,
    bool HasOnlyProse,
    bool BeginsWithVerb,
    bool IsPlaceholder,
    bool NamesOwner
)
{
    /// <param name="block">The heading.</param>
    /// <param name="content">Everything up to the next heading, which can be in other blocks too.</param>
    public static HeadingTraits Of(HeadingBlock block, List<PlacedNode> content)
    {
        var hasRating = false;
        var hasPriority = false;
        var hasField = false;
        var hasPart = false;
        for (var index = 0; index < content.Count && !Leads.IsBold(content, index); index++)
        {
            var (section, node) = content[index];
            if (node is LineNode { Fields: [var field, ..] })
            {
                hasRating |=
                    Populations.IsOwnRating(field.Definition) && FieldHeuristics.IsFieldInParagraph(field, section);
                hasPriority |=
                    Populations.IsPriority(field.Definition) && FieldHeuristics.IsFieldInParagraph(field, section);
                hasField |=
                    Populations.IsStructured(field.Definition) && FieldHeuristics.IsFieldInParagraph(field, section);
                hasPart |= IsPart(field, section);
            }
            else if (node is EntryNode { Fields: [var own, ..] } entry)
            {
                hasRating |= Populations.IsOwnRating(own.Definition) && FieldHeuristics.IsField(entry, section);
                hasPriority |= Populations.IsPriority(own.Definition) && FieldHeuristics.IsField(entry, section);
                hasField |= Populations.IsStructured(own.Definition) && FieldHeuristics.IsField(entry, section);
                hasPart |= IsPart(own, section);
            }
        }

        var text = block.Section.Slice(block.Heading!.Text);
        return new HeadingTraits(
            NumberOf(text),
            IsOrdinal(text),
            hasRating,
            hasPriority && !hasRating && !hasField,
            hasField && !hasRating,
            hasPart,
            content.Exists(placed => placed.Node is EntryNode),
            content is [{ Node: LineNode { Fields.IsEmpty: true } }, ..],
            content.Count > 0 && content.TrueForAll(placed => placed.Node is LineNode),
            Populations.BeginsWithVerb(block.Title!.Title),
            block.Title.Id is null && Placeholders.MatchesTitle(block.Title.Title),
            SectionOwner.Of(block.Title.Title) is not null
        );
    }

    private static bool IsPart(FieldText field, SectionText section) =>
        field.Definition is { IsProse: true }
        || (
            field is { IsBold: true, Definition: null }
            && (SectionWords.Read(PlainText.Of(section.Slice(field.LabelExtent))).Topics & SectionTopics.Part) != 0
        );

    /// <summary>Returns the number that a heading or an entry begins with; 0 for none.</summary>
    public static int NumberOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*_~ ");
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? text : text[..end], out var number) ? number : 0;
    }

    private static readonly SearchValues<char> OrdinalCharacters = SearchValues.Create("0123456789.");

    /// <summary>Whether a heading begins with an ordinal: <c>4.</c>, <c>4)</c>, <c>4.2</c>.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> heading)
    {
        heading = heading.TrimStart("*_~ ");
        var end = heading.IndexOfAnyExcept(OrdinalCharacters);
        var ordinal = end < 0 ? heading : heading[..end];
        return ordinal.Length is > 0 and < 8
            && char.IsAsciiDigit(ordinal[0])
            && (
                ordinal.Contains('.')
                    ? end < 0
                        || char.IsWhiteSpace(heading[end])
                        || heading[end] is '*' or '_' or '~'
                        || ordinal[^1] == '.'
                    : end > 0 && heading[end] is ')' or '、' or ':' or '：'
            );
    }
}

/// <summary>Divides the headings directly below one heading into populations.</summary>
internal static class HeadingPopulations
{
    private const SectionTopics Names =
        SectionTopics.Status | SectionTopics.Priority | SectionTopics.Horizon | SectionTopics.Work;

    public static List<Population> Of(Scope parent)
    {
        if (parent.Children.IsEmpty)
        {
            return Scope.NoPopulations; // As below most headings.
        }

        var found = new List<Population>();
        var keys = new List<int>();
        foreach (var child in parent.Children)
        {
            var title = child.Title!;
            var traits = child.Known?.Traits ?? HeadingTraits.Of(child.Block!, child.Content);
            child.Known?.Traits = traits;
            child.Traits = traits;
            child.IsCounted =
                (
                    title.Id is not null
                    || traits.IsNumbered
                    || !child.Meaning.IsWhole
                    || (
                        traits.HasRating
                        && !child.Meaning.IsContext
                        && child.Below is { Boxes: 0, Ids: 0, Tables: 0 }
                        && child.Children.IsEmpty
                    )
                ) && !IsTitleOfDocument(parent, child);
            if (!child.IsCounted)
            {
                continue;
            }

            var key =
                (child.Level * 3)
                + (
                    title.Id is not null ? 2
                    : traits.IsNumbered ? 1
                    : 0
                );
            var index = keys.IndexOf(key);
            if (index < 0)
            {
                index = found.Count;
                keys.Add(key);
                found.Add(new Population(PartForm.Heading, child.Section!, parent.Children.Length));
            }

            var population = found[index];
            population.Members.Add(new Member(child.Heading, title, child.Section!, child));
            population.Numbers.Add(traits.IsNumbered ? traits.Number : 0);
            Count(population.Traits, child, traits);
        }

        foreach (var population in found)
        {
            population.HasSteps = population.Traits.Lists > 1 && HasSteps(population);
        }

        return found;
    }

    /// <summary>The first heading is the title of the document, unless there are others of its level.</summary>
    private static bool IsTitleOfDocument(Scope parent, Scope child)
    {
        if (parent.Level > 0 || child.Level > 1 || parent.Children[0] != child)
        {
            return false;
        }

        foreach (var other in parent.Children[1..])
        {
            if (other.Level == 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether most headings have a list, and most lists begin with the same entry.</summary>
    private static bool HasSteps(Population population)
    {
        var first = new Dictionary<string, int>();
        foreach (var member in population.Members)
        {
            if (member.Scope!.Populations is [{ Form: PartForm.Entry } list, ..])
            {
                var title = TextNormalizer.Normalize(list.Members[0].Title!.Title);
                first[title] = first.GetValueOrDefault(title) + 1;
            }
        }

        return first.Count > 0
            && first.Values.Max() is > 1 and var most
            && most * 2 > population.Members.Count
            && population.Members.TrueForAll(member =>
                member.Scope!.Populations is not [{ Form: PartForm.Entry, Traits.Ids: > 0 }, ..]
            );
    }

    private static void Count(Traits traits, Scope scope, HeadingTraits own)
    {
        var title = scope.Title!;
        var meaning = scope.Meaning;
        traits.Count++;
        traits.Ids += One(title.Id is not null);
        traits.Boxed += One(title.Box is not null);
        traits.Struck += One(title.IsStruck);
        traits.Signs += One(
            title.Remark is not null || title.BeginsWithDoneSign || title.Tag is not null || meaning.Status is not null
        );
        traits.Ordinals += One(own.IsNumbered);
        traits.Placeholders += One(own.IsPlaceholder);
        traits.Verbs += One(own.BeginsWithVerb);
        traits.Groups += One(((meaning.Head | meaning.Tail) & SectionTopics.Group) != 0 || own.NamesOwner);
        traits.Sections += One(
            (meaning.Head & Names) != 0 || (meaning.HasLevelSign && !own.IsNumbered && title.Id is null)
        );
        traits.SectionWords += One(
            (meaning.Tail & (SectionTopics.Context | SectionTopics.Work | SectionTopics.Horizon)) != 0
        );
        traits.Ratings += One(own.HasRating);
        traits.Priorities += One(own.HasPriority);
        traits.OwnFields += One(own.HasField);
        traits.Lists += One(own.HasList);
        traits.Prose += One(own.HasProse);
        traits.OnlyProse += One(own.HasOnlyProse && scope.Children.Length == 0);
        traits.Empty += One(scope.Content.Count == 0 && scope.Children.Length == 0);
        traits.HeadingsBelow += One(scope.Children.Length > 0);
        traits.BoxesBelow += One(scope.Below.Boxes > 0);
        traits.IdsBelow += One(scope.Below.Ids > 0 && title.Id is null);
        traits.TablesBelow += One(scope.Below.Tables > 0);
        traits.SignsBelow += One(scope.Below.Signs > 0);
        traits.NumberedLeadsBelow += One(scope.Below.NumberedLeads > 0);
        traits.Parts += One(own.HasPart || HasPartBelow(scope));
    }

    private static bool HasPartBelow(Scope scope)
    {
        foreach (var child in scope.Children)
        {
            if (
                child.Meaning.IsWhole
                && (child.Meaning.Topics & (SectionTopics.Part | SectionTopics.Goals | SectionTopics.Background)) != 0
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int One(bool condition) => condition ? 1 : 0;
}
