namespace KaizenGate.Core.Reading;

/// <summary>Divides the content below a heading into populations.</summary>
/// <param name="labels">The labels of fields.</param>
/// <param name="titles">Caches titles for other revisions of the text, without their places; null for a text that is read only once.</param>
internal sealed class Populations(Labels labels, TextMemo<TitleText>? titles = null)
{
    /// <summary>Returns the populations directly below a heading, without those of the headings below it.</summary>
    public List<Population> Of(List<PlacedNode> content)
    {
        var found = new List<Population>();
        Population? current = null;
        PlacedNode? lead = null;
        for (var index = 0; index < content.Count; index++)
        {
            var (section, node) = content[index];
            switch (node)
            {
                case EntryNode entry when IsOnlyField(entry, section):
                    break;
                case EntryNode entry:
                    if (
                        current is not { Form: PartForm.Entry }
                        || current.Section != section
                        || !IsAlike((EntryNode)current.Members[^1].Node!, entry)
                    )
                    {
                        current = With(PartForm.Entry, section, lead);
                        found.Add(current);
                    }

                    Add(current, entry, section);
                    if (entry.IsOrdered)
                    {
                        current.Numbers.Add(HeadingTraits.NumberOf(section.Slice(entry.Whole).TrimStart()));
                    }

                    break;
                case TableNode table:
                    found.Add(Table(table, section, lead));
                    current = null;
                    break;
                case LineNode line:
                    current = null;
                    if (Leads.IsBox(section.Slice(line.Text)) || Leads.IsBold(content, index))
                    {
                        var leads = found.FindLast(one => one.Form == PartForm.Lead);
                        if (leads is null)
                        {
                            found.Add(leads = new Population(PartForm.Lead, section));
                        }

                        AddLead(leads, line, section);
                    }

                    break;
            }

            lead = node is LineNode next && Leads.Announces(next, section) ? content[index] : null;
            if (
                node is LineNode or EntryNode or TableNode
                && found.FindLast(one => one.Form == PartForm.Lead) is { } open
            )
            {
                if (open.Members[^1].Node != node)
                {
                    open.Members[^1].Nodes!.Add(content[index]);
                }
            }
        }

        foreach (var population in found)
        {
            Count(population);
        }

        return found;
    }

    /// <summary>Whether an entry is a field of what is above it, and no record with fields of its own.</summary>
    public static bool IsOnlyField(EntryNode entry, SectionText section) =>
        entry.Box is null
        && (
            MetadataReader.IsFigure(section.Slice(entry.Text))
            || (
                entry.Fields is [{ Definition: not null }, ..]
                && FieldHeuristics.IsField(entry, section)
                && !EntryItems.IsRecord(entry, section)
            )
        );

    private static bool IsAlike(EntryNode first, EntryNode second) =>
        first.IsOrdered == second.IsOrdered && first.Box is null == second.Box is null;

    private static HeadingMeaning MeaningOf(PlacedNode? lead) =>
        lead is { } line ? SectionWords.Read(PlainText.Of(line.Section.Slice(line.Node.Start))) : default;

    private static Population With(PartForm form, SectionText section, PlacedNode? lead) =>
        new(form, section) { LeadIn = lead, Lead = MeaningOf(lead) };

    private void Add(Population population, EntryNode entry, SectionText section) =>
        population.Members.Add(new Member(entry, Title(EntryTitle.Of(entry, section), section), section));

    private void AddLead(Population population, LineNode line, SectionText section) =>
        population.Members.Add(new Member(line, Title(Leads.TitleOf(line, section), section), section, Nodes: []));

    private TitleText Title(Extent extent, SectionText section)
    {
        if (titles?.Find(section.Slice(extent)) is { } known)
        {
            return known;
        }

        var title = TitleText.Read(section.Text, extent, labels);
        titles?.Set(section.Slice(extent).ToString(), title);
        return title;
    }

    private Population Table(TableNode table, SectionText section, PlacedNode? lead)
    {
        var columns = TableColumns.Of(table, section, labels);
        var population = new Population(PartForm.Row, section)
        {
            LeadIn = lead,
            Lead = MeaningOf(lead),
            Table = table,
            Columns = columns,
            TitleColumn = TableColumns.Title(columns),
            StatusLegend = new(() => TableColumns.StatusLegend(columns, table, section)),
        };
        return population;
    }

    /// <summary>The populations nested in an entry.</summary>
    public List<Population> Below(EntryNode entry, SectionText section) =>
        Of([.. entry.Children.Select(child => new PlacedNode(section, child))]);

    private static void Count(Population population)
    {
        var traits = population.Traits;
        if (population.Table is { } table)
        {
            traits.Count = table.Rows.Count;
            return;
        }

        traits.Count = population.Members.Count;
        foreach (var member in population.Members)
        {
            switch (member.Node)
            {
                case EntryNode entry:
                    Count(traits, entry, member);
                    break;
                case LineNode line:
                    Count(traits, line, member);
                    break;
            }
        }
    }

    private static void Count(Traits traits, EntryNode entry, Member member)
    {
        var title = member.Title!;
        traits.Boxed += entry.Box is null ? 0 : 1;
        traits.Nesting += entry.Children.Any(child => child is EntryNode) ? 1 : 0;
        Count(traits, title);
        var text = member.Section.Slice(entry.Text);
        Text(traits, text, title);
        if (title.Id is null && IsLabelled(text))
        {
            traits.Labels += text[0] is '*' or '_' ? 0 : 1;
            traits.BoldLabels += text[0] is '*' or '_' ? 1 : 0;
        }

        Count(traits, OwnFields(entry, member.Section));
    }

    /// <summary>The fields in the title line after the first, and those of the lines below.</summary>
    private static FieldKinds OwnFields(EntryNode entry, SectionText section)
    {
        var kinds = new FieldKinds();
        for (var index = 1; index < entry.Fields.Length; index++)
        {
            kinds.Add(entry.Fields[index].Definition);
        }

        foreach (var child in entry.Children)
        {
            switch (child)
            {
                case LineNode line:
                    foreach (var field in line.Fields)
                    {
                        kinds.Add(field.Definition);
                    }

                    break;
                case EntryNode { Fields: [var field, ..] } nested when FieldHeuristics.IsField(nested, section):
                    kinds.Add(field.Definition);
                    break;
            }
        }

        return kinds;
    }

    private static void Count(Traits traits, FieldKinds own)
    {
        traits.Ratings += own.HasRating ? 1 : 0;
        traits.OwnFields += own.HasField && !own.HasRating ? 1 : 0;
        traits.Priorities += own.HasPriority && !own.HasField && !own.HasRating ? 1 : 0;
    }

    /// <summary>The kinds of the fields of one member.</summary>
    private struct FieldKinds
    {
        public bool HasRating { get; private set; }
        public bool HasPriority { get; private set; }
        public bool HasField { get; private set; }

        public void Add(FieldDefinition? field)
        {
            HasRating |= IsOwnRating(field);
            HasPriority |= IsPriority(field);
            HasField |= IsStructured(field);
        }
    }

    private static void Count(Traits traits, LineNode line, Member member)
    {
        traits.Boxed += member.Title!.Box is null ? 0 : 1;
        traits.Ordinals += Leads.IsNumbered(member.Section.Slice(line.Text)) ? 1 : 0;
        Count(traits, member.Title);
        Text(traits, member.Section.Slice(line.Text), member.Title);
        var own = new FieldKinds();
        foreach (var (_, node) in member.Nodes!)
        {
            own.Add(
                node switch
                {
                    LineNode { Fields: [var field, ..] } => field.Definition,
                    EntryNode { Fields: [var field, ..] } => field.Definition,
                    _ => null,
                }
            );
        }

        Count(traits, own);
        traits.Nesting += member.Nodes!.Exists(node => node.Node is EntryNode) ? 1 : 0;
    }

    private static void Count(Traits traits, TitleText title)
    {
        traits.Ids += title.Id is null ? 0 : 1;
        traits.Signs += title.Remark is not null || title.BeginsWithDoneSign || title.Tag is not null ? 1 : 0;
        traits.Struck += title.IsStruck ? 1 : 0;
        traits.Placeholders +=
            title.Id is null && (title.Title.Length == 0 || Reading.Placeholders.MatchesTitle(title.Title)) ? 1 : 0;
    }

    private static void Text(Traits traits, ReadOnlySpan<char> text, TitleText title)
    {
        traits.Bold += text.StartsWith("**") || text.StartsWith("__") ? 1 : 0;
        traits.Code += text.StartsWith("`") ? 1 : 0;
        traits.Links += text.StartsWith("[") && text.Contains("](", StringComparison.Ordinal) ? 1 : 0;
        var words = WordCount(title.Title);
        traits.Short += words <= 2 ? 1 : 0;
        traits.Verbs += BeginsWithVerb(title.Title) ? 1 : 0;
        traits.Signs += StartsWithSign(text) ? 1 : 0;
    }

    private static bool StartsWithSign(ReadOnlySpan<char> text) =>
        text.Length > 1
        && text[0] >= 0x2000
        && !char.IsLetter(text[0])
        && CheckBox.StatusOf(text[..1].ToString()) is not null and not Status.Done;

    internal static int WordCount(string title)
    {
        if (title.Length > 0 && title[0] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3')
        {
            return (title.Length + 1) / 3;
        }

        var words = 0;
        var inWord = false;
        foreach (var character in title)
        {
            var isWord = !char.IsWhiteSpace(character);
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return words;
    }

    internal static bool BeginsWithVerb(string title)
    {
        if (title.Length == 0)
        {
            return false;
        }

        if (title[0] >= 0x3000)
        {
            for (var length = Math.Min(4, title.Length); length > 0; length--)
            {
                if (Verbs.Contains(title.AsSpan(0, length)))
                {
                    return true;
                }
            }

            return false;
        }

        var end = title.AsSpan().IndexOfAny(' ', ',', ':');
        return end != 0 && Verbs.ContainsText(title.AsSpan(0, end < 0 ? title.Length : end));
    }

    private static readonly WordIndex<bool> Verbs = Lexicon.Set("verb");

    /// <summary>"Word: value" with at most three words in front of the colon.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("**") && text[2..].IndexOf("**") is > 0 and var close)
        {
            return text[close + 1] is ':' or '：' || (text.Length > close + 4 && text[close + 4] is ':' or '：');
        }

        var colon = text.IndexOfAny(':', '：');
        return colon is > 0 and < 40
            && (
                colon + 1 == text.Length
                || char.IsWhiteSpace(text[colon + 1])
                || text[colon + 1] is '*'
                || text[colon] == '：'
            )
            && text[..colon].Count(' ') <= 2;
    }

    internal static bool IsPriority(FieldDefinition? field) => field?.Kind is FieldKind.Priority;

    /// <summary>Whether a field has a value of a kind, such as a date or a person, other than prose.</summary>
    internal static bool IsStructured(FieldDefinition? field) =>
        field
            is { IsProse: false, Kind: not (FieldKind.Priority or FieldKind.Other or FieldKind.Id or FieldKind.Title) };

    internal static bool IsOwnRating(FieldDefinition? field) =>
        field?.Kind is FieldKind.Status or FieldKind.Rating or FieldKind.Score or FieldKind.Hours;
}

/// <summary>Paragraphs that can be the title of an improvement, or announce a list.</summary>
internal static class Leads
{
    private const int LongestTitle = 200;

    public static bool IsBox(ReadOnlySpan<char> line) => line.Length > 3 && line[0] == '[' && CheckBoxLength(line) > 0;

    private static int CheckBoxLength(ReadOnlySpan<char> line)
    {
        var close = line[..Math.Min(line.Length, 5)].IndexOf(']');
        return close is 2 or 3 && line.Length > close + 1 && char.IsWhiteSpace(line[close + 1]) ? close + 1 : 0;
    }

    /// <summary>Whether a paragraph begins here with bold text that is not a label.</summary>
    public static bool IsBold(List<PlacedNode> content, int index)
    {
        var (section, node) = content[index];
        if (node is not LineNode { Fields.IsEmpty: true } line)
        {
            return false;
        }

        var text = section.Slice(line.Text);
        if (!(text.StartsWith("**") && text[2..].IndexOf("**") is > 1 and < LongestTitle and var close))
        {
            return false;
        }

        var startsParagraph =
            index == 0
            || content[index - 1] is not { Node: LineNode before }
            || content[index - 1].Section != section
            || !EntryTitle.IsNextLine(
                section.Slice(new Extent(before.Text.End, Math.Max(0, line.Text.Start - before.Text.End)))
            );
        var bold = text.Slice(2, close);
        return startsParagraph && bold[^1] is not (':' or '：') && !text.EndsWith(":") && !text.EndsWith("：");
    }

    /// <summary>Whether a number or a letter is in front: <c>**A. Title**</c>.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*_ ");
        var end = text.IndexOfAny('.', ')', '、');
        return end is 1 or 2 && (char.IsAsciiDigit(text[0]) || (end == 1 && char.IsAsciiLetterUpper(text[0])));
    }

    /// <summary>The bold text, or the text after a box.</summary>
    public static Extent TitleOf(LineNode line, SectionText section)
    {
        var text = section.Slice(line.Text);
        if (text.StartsWith("**"))
        {
            var close = text[2..].IndexOf("**");
            return new Extent(line.Text.Start, close + 4);
        }

        return line.Text;
    }

    /// <summary>Whether a line announces what follows: it ends with a colon, or is all bold.</summary>
    public static bool Announces(LineNode line, SectionText section)
    {
        var text = section.Slice(line.Text).TrimEnd("*_ ");
        return text.EndsWith(":")
            || text.EndsWith("：")
            || line.Fields is [{ Value.Length: 0 }, ..]
            || (section.Slice(line.Text) is ['*', '*', .. var rest] && rest.EndsWith("**") && rest.Length < 80);
    }
}
