namespace KaizenGate.Core.Reading;

/// <summary>Collects what the populations of a document were taken for.</summary>
internal sealed class AccountBuilder(LineMap lines, bool keepsParts)
{
    /// <summary>The sum of evidence from which a population that is not read may still be improvements.</summary>
    private const double Doubt = -1.8;

    /// <summary>The same for a table: its columns say more than those of a list that it is something else.</summary>
    private const double DoubtOfTable = -3.2;

    /// <summary>The same for a population below an improvement, without the weight of that.</summary>
    private const double DoubtBelowItem = -1.3;

    private readonly List<UnreadParts> unread = [];
    private readonly List<ReadPart> parts = [];
    private readonly List<Population> read = [];

    public bool KeepsParts => keepsParts;

    /// <summary>Adds the entries directly below a heading that are fields.</summary>
    public void AddFields(Scope scope, Surroundings here)
    {
        foreach (var (section, node) in keepsParts ? scope.Content : [])
        {
            if (node is EntryNode entry && Populations.IsOnlyField(entry, section))
            {
                parts.Add(
                    new ReadPart(
                        PartForm.Entry,
                        lines.Span(entry.Text),
                        here.IsBelowItem ? ReadAs.Part : ReadAs.Context,
                        "it is a field"
                    )
                );
            }
        }
    }

    /// <summary>Adds a population with the verdict on it.</summary>
    public void Add(Population population, Verdict verdict, Surroundings here)
    {
        if (population.Traits.Count == 0)
        {
            return; // A table without rows.
        }

        if (verdict.IsRead)
        {
            read.Add(population);
            return;
        }

        if (
            here.IsBelowItem
            && !(
                MayBeItems(population, verdict, here)
                && UnreadReason.Of(population, verdict, here, double.MinValue) is not null
            )
        )
        {
            Keep(population, ReadAs.Part, "it is below an improvement");
        }
        else if (
            UnreadReason.Of(
                population,
                verdict,
                here,
                here.IsBelowItem ? double.MinValue
                    : population.Form == PartForm.Row ? DoubtOfTable
                    : Doubt
            ) is
            { } reason
        )
        {
            var spans = Spans(population).ToList();
            unread.Add(new UnreadParts(spans[0], [.. spans.Select(span => span.Line)], reason.Text, reason.Setting));
            Keep(population, ReadAs.Unread, reason.Text);
        }
        else
        {
            var isSection =
                population.Form == PartForm.Heading
                || population.Members.Exists(member => member.Node is EntryNode { Children.Length: > 0 });
            Keep(population, isSection ? ReadAs.Section : ReadAs.Context, Because(verdict));
        }
    }

    /// <summary>Whether a list would be read if its heading were not an improvement itself, for which nothing certain speaks.</summary>
    private static bool MayBeItems(Population population, Verdict verdict, Surroundings here) =>
        population.Form is not PartForm.Heading
        && !here.IsBelowCertain
        && verdict.Sum
            - verdict.Evidence.Where(one => one.Evidence.Name == "below an improvement").Sum(one => one.Weight)
            > DoubtBelowItem;

    /// <summary>Adds a heading that only names a section.</summary>
    public void AddSection(Scope scope)
    {
        if (keepsParts)
        {
            parts.Add(
                new ReadPart(
                    PartForm.Heading,
                    lines.Span(scope.Heading!.Text),
                    scope.Meaning.IsContext ? ReadAs.Context : ReadAs.Section,
                    scope.Meaning.IsContext ? "its words name what explains a document" : "its words name a section"
                )
            );
        }
    }

    public ReadingAccount Build(IReadOnlyList<FoundItem> found)
    {
        if (keepsParts)
        {
            var titles = found.Select(one => one.Item.Span.Line).ToHashSet();
            foreach (var population in read)
            {
                foreach (var span in Spans(population))
                {
                    var isItem = titles.Contains(span.Line);
                    parts.Add(
                        new ReadPart(
                            population.Form,
                            span,
                            isItem ? ReadAs.Improvement : ReadAs.Part,
                            isItem ? Because(population.LastVerdict!) : "it is a field, a reference or a placeholder"
                        )
                    );
                }

                foreach (var member in population.Members)
                {
                    Below(member.Node);
                }
            }
        }

        return new ReadingAccount
        {
            Read = found.Count,
            Unread =
            [
                .. unread
                    .OrderBy(one => one.Span.Offset)
                    .GroupBy(one => (one.Reason, one.Setting))
                    .Select(same => same.First() with { Lines = [.. same.SelectMany(one => one.Lines).Order()] }),
            ],
            Parts = [.. parts.OrderBy(part => part.Span.Offset)],
        };
    }

    /// <summary>Adds the entries below an improvement.</summary>
    private void Below(Node? node)
    {
        if (node is not EntryNode entry)
        {
            return;
        }

        foreach (var child in entry.Children.OfType<EntryNode>())
        {
            parts.Add(new ReadPart(PartForm.Entry, lines.Span(child.Text), ReadAs.Part, "it is below an improvement"));
            Below(child);
        }
    }

    private void Keep(Population population, ReadAs taken, string reason)
    {
        if (keepsParts)
        {
            parts.AddRange(Spans(population).Select(span => new ReadPart(population.Form, span, taken, reason)));
        }
    }

    private IEnumerable<SourceSpan> Spans(Population population) =>
        population.Table is { } table
            ? table.Rows.Where(row => row.Count > 0).Select(row => lines.Span(Extent.Covering(row)))
            : population.Members.Select(member =>
                lines.Span(
                    member.Node switch
                    {
                        EntryNode entry => entry.Text,
                        LineNode line => line.Text,
                        HeadingNode heading => heading.Text,
                        _ => default,
                    }
                )
            );

    /// <summary>The evidence that counted most.</summary>
    private static string Because(Verdict verdict) =>
        string.Join(
            ", ",
            verdict
                .Evidence.Where(one => one.Weight > 0 == verdict.IsRead && one.Evidence.IsShown)
                .Take(3)
                .Select(one =>
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{one.Evidence.Name} ({one.Weight:+0.0;-0.0})"
                    )
                )
        );
}

/// <summary>Why a population that may be improvements is not read, and the setting that reads it.</summary>
internal readonly record struct UnreadReason(string Text, string Setting)
{
    /// <summary>Returns the reason; null for a population that is certainly no improvements.</summary>
    /// <param name="doubt">The sum of evidence from which a population may be improvements.</param>
    public static UnreadReason? Of(Population population, Verdict verdict, Surroundings here, double doubt)
    {
        if (UnknownBox(population) is { } box)
        {
            return new UnreadReason($"the box \"[{box}]\" is not known", $"\"boxes\": {{ {Quoted(box)}: \"toDo\" }}");
        }

        if (
            population.Traits.Boxed > 0
            && population.Traits.Placeholders == 0
            && ((here.Own.Topics | here.Above.Topics | population.Lead.Topics) & Decisive) == 0
        )
        {
            return OfSection(population, here);
        }

        if (
            verdict.Sum <= doubt
            || (
                here.Own.IsWhole
                && (here.Own.Topics & Explaining) != 0
                && !here.Own.IsSection
                && (here.Own.Topics & SectionTopics.Work) == 0
            )
            || population.Traits.Placeholders * 2 > population.Traits.Count
        )
        {
            return null;
        }

        if (population.Form == PartForm.Heading)
        {
            return population.Traits.OnlyProse * 2 > population.Traits.Count
                ? new UnreadReason("headings with prose are not known as improvements here", "\"items\": \"headings\"")
                : null;
        }

        if (population.Form == PartForm.Row && population.TitleColumn < 0)
        {
            var header = PlainText.Of(population.Section.Slice(population.Table!.Header[0]));
            return new UnreadReason(
                "no column of the table is known as a title",
                $"\"columns\": {{ {Quoted(header)}: \"title\" }}"
            );
        }

        return OfSection(population, here);
    }

    private static UnreadReason OfSection(Population population, Surroundings here)
    {
        var name = Announcement(population, here);
        return name.Length == 0
            ? new UnreadReason(
                "nothing above the list says that it holds improvements",
                population.Form == PartForm.Row ? "\"items\": \"rows\"" : "\"items\": \"entries\""
            )
            : new UnreadReason(
                $"\"{name}\" is not known as a section of improvements",
                $"\"sections\": {{ {Quoted(name)}: \"items\" }}"
            );
    }

    /// <summary>Sections whose boxes are certainly no improvements.</summary>
    private const SectionTopics Decisive =
        SectionTopics.Criteria | SectionTopics.Legend | SectionTopics.Guide | SectionTopics.Contents;

    private const SectionTopics Explaining = SectionTopics.Context | SectionTopics.Remarks | SectionTopics.Part;

    private static string Announcement(Population population, Surroundings here) =>
        Short(
            population.LeadIn is { } lead && (population.Lead.Topics | population.Lead.Tail) != 0
            || here.Name.Length == 0
                ? PlainText
                    .Of(population.LeadIn is { } line ? line.Section.Slice(line.Node.Start) : default)
                    .TrimEnd(':', '：', ' ')
                : here.Name
        );

    /// <summary>Returns a name without emoji in front, which settings need not repeat.</summary>
    private static string Short(string name)
    {
        var start = 0;
        while (start < name.Length && !char.IsLetterOrDigit(name, start))
        {
            start += char.IsSurrogatePair(name, start) ? 2 : 1;
        }

        return start >= name.Length ? name : name[start..];
    }

    /// <summary>Returns what is in the brackets in front of most entries; null when there is nothing like a box.</summary>
    private static string? UnknownBox(Population population)
    {
        if (population.Form != PartForm.Entry)
        {
            return null;
        }

        string? first = null;
        var count = 0;
        foreach (var member in population.Members)
        {
            var text = member.Section.Slice(((EntryNode)member.Node!).Text);
            var close = text.Length > 2 && text[0] == '[' ? text[..Math.Min(text.Length, 14)].IndexOf(']') : -1;
            if (
                close > 1
                && close + 1 < text.Length
                && char.IsWhiteSpace(text[close + 1])
                && !text[1..close].ContainsAnyInRange('0', '9')
            )
            {
                first ??= text[1..close].ToString();
                count++;
            }
        }

        return count * 2 > population.Members.Count && !first!.Contains(' ', StringComparison.Ordinal) ? first : null;
    }

    private static string Quoted(string text) =>
        $"\"{System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
