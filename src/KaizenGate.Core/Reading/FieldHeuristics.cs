namespace KaizenGate.Core.Reading;

/// <summary>Distinguishes fields from list entries and sentences that only look like them.</summary>
internal static class FieldHeuristics
{
    private const int LongestLabel = 30;
    private const int MostLabelWords = 3;

    /// <summary>Whether a line of a paragraph has a field, even after unknown ones.</summary>
    public static bool HasField(LineNode line, SectionText section) =>
        line.Fields.Any(field => IsFieldInParagraph(field, section));

    /// <summary>
    /// Whether a line without a field ends the value above it, because it begins like a field: with a bold label, or with up to three
    /// words, the first in upper case, and a colon.
    /// </summary>
    public static bool EndsValue(LineNode line, SectionText section)
    {
        if (line.Fields is [{ IsBold: true }, ..])
        {
            return true;
        }

        var text = section.Slice(line.Text);
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOf(": ");
        return colon > 0
            && char.IsUpper(text[0])
            && text[..colon].Count(' ') < MostLabelWords
            && !text[..colon].ContainsAny("(`.,");
    }

    /// <summary>Whether a line of a paragraph is a field: it is bold or its value has the expected type; a date field needs a date.</summary>
    public static bool IsFieldInParagraph(FieldText field, SectionText section) =>
        field.Definition is { } definition
        && (
            (field.IsBold && definition.Kind is not (FieldKind.Date or FieldKind.Sightings))
            || Suits(definition, field, section)
        );

    /// <summary>Whether a plain list entry is a field. "Added: dark mode" is not: a date field needs a date.</summary>
    public static bool IsFieldInEntry(FieldText field, SectionText section) =>
        field.Definition is { } definition
        && (definition.Kind is not (FieldKind.Date or FieldKind.Sightings) || Suits(definition, field, section));

    /// <summary>Whether a list item is a field.</summary>
    public static bool IsField(EntryNode entry, SectionText section) =>
        entry.Fields is [var field, ..]
        && (entry.Box is null ? IsFieldInEntry(field, section) : IsFieldInTask(field, section));

    /// <summary>Whether a task is only a field.</summary>
    private static bool IsFieldInTask(FieldText field, SectionText section) =>
        field.Definition is { } definition && Suits(definition, field, section);

    /// <summary>Whether a value after a label in a title belongs to it: it has the expected type.</summary>
    public static bool IsValueInTitle(FieldDefinition definition, string value) => Suits(definition, value);

    /// <summary>"Week 12", "Q3 2026": a period instead of a date.</summary>
    private static bool IsPeriod(string value) =>
        TextNormalizer.Words(value) is { Count: > 0 and <= 4 } words && SectionWords.IsPeriod(words);

    private static bool Suits(FieldDefinition definition, FieldText field, SectionText section)
    {
        var markdown = section.Slice(field.Value);
        return (definition.Kind is FieldKind.Date or FieldKind.Sightings && DateText.IsAlone(markdown))
            || Suits(definition, PlainText.Of(markdown));
    }

    private static bool Suits(FieldDefinition definition, string value) =>
        definition.Kind switch
        {
            FieldKind.Date => DateForms.IsDate(value) || Placeholders.Matches(value) || IsPeriod(value),
            // Without a value, the sightings are the entries below.
            FieldKind.Sightings => value.Length == 0 || DateForms.IsDate(value) || Placeholders.Matches(value),
            FieldKind.Status => StatusVocabulary.BuiltIn.Leading(value) is not null || Placeholders.Matches(value),
            FieldKind.Priority => LevelWords.LeadingPriority(value) is not null || Placeholders.Matches(value),
            FieldKind.Rating => RatingText.IsRating(value)
                || HoursText.Read(value) is not null
                || PointsText.Read(value, "") is not null,
            FieldKind.Score or FieldKind.Ratio => value.Length > 0
                && value.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and < 4,
            FieldKind.Hours => HoursText.Read(value) is not null,
            FieldKind.Savings => HoursText.Read(value) is not null || RateText.Read(value) is not null,
            FieldKind.Person or FieldKind.Category => value.Length is > 0 and <= 30
                && TextNormalizer.Words(value).Count <= 3,
            _ => false,
        };
}
