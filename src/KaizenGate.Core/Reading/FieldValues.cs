using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Tells fields from list entries and sentences that only look like them.</summary>
internal static class FieldValues
{
    /// <summary>Whether a line of a paragraph states a field: one in bold, or a short one with a proper value; a date field wants a date.</summary>
    public static bool IsFieldInParagraph(FieldText field, PlacedSection section) =>
        field.Name is { } name
        && ((field.IsBold && !IsDate(name)) || Suits(name, PlainText.Of(section.Slice(field.Value))));

    /// <summary>Whether a plain list entry states a field. "Added: dark mode" does not: a date field wants a date.</summary>
    public static bool IsFieldInEntry(FieldText field, PlacedSection section) =>
        field.Name is { } name && (!IsDate(name) || Suits(name, PlainText.Of(section.Slice(field.Value))));

    /// <summary>Whether a task is nothing but a field.</summary>
    public static bool IsFieldInTask(FieldText field, PlacedSection section) =>
        field.Name is { } name && Suits(name, PlainText.Of(section.Slice(field.Value)));

    private static bool IsDate(FieldName name) =>
        name
            is FieldName.Captured
                or FieldName.Started
                or FieldName.TargetDate
                or FieldName.Completed
                or FieldName.ReviewDate;

    /// <summary>"Week 12", "Q3 2026": no date, but said in the place of one.</summary>
    private static bool IsPeriod(string value) =>
        Folding.Words(value) is { Count: > 0 and <= 4 } words && HeadingWords.IsPeriod(words);

    private static bool Suits(FieldName name, string value) =>
        name switch
        {
            _ when IsDate(name) => DateText.HasShape(value) || Placeholders.Matches(value) || IsPeriod(value),
            FieldName.Status => StatusWords.Leading(value) is not null || Placeholders.Matches(value),
            FieldName.Priority => LevelWords.LeadingPriority(value) is not null || Placeholders.Matches(value),
            FieldName.Impact or FieldName.Effort => RatingText.IsRating(value) || HoursText.Read(value) is not null,
            FieldName.PriorityScore or FieldName.Roi => value.Length > 0
                && value.AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and < 4,
            FieldName.EstimatedHours or FieldName.TimeSpent or FieldName.HoursSaved => HoursText.Read(value) is not null
                || (name is FieldName.HoursSaved && PaceText.Read(value) is not null),
            FieldName.Owner or FieldName.Category => value.Length is > 0 and <= 30 && Folding.Words(value).Count <= 3,
            _ => false,
        };
}
