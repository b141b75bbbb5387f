using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the values of a draft's fields. The first field of a name that holds a value counts.</summary>
internal sealed class DraftValues(Draft draft, LineMap lines, Problems problems)
{
    public SourceSpan SpanOf(Extent extent) => lines.Span(extent);

    /// <summary>The first field of a name whose text can be read; null when there is none.</summary>
    public Written<T>? Value<T>(FieldDefinition name, Func<FoundField, (T Value, ValueOrigin Origin)?> read)
    {
        foreach (var field in draft.Fields)
        {
            if (field.Definition == name && !Placeholders.Matches(field.Text) && read(field) is var (value, origin))
            {
                return new Written<T>(value, field.Text, Span(field), origin);
            }
        }

        return null;
    }

    /// <summary>Whether the draft has a field of a name.</summary>
    public bool Has(FieldDefinition name)
    {
        foreach (var field in draft.Fields)
        {
            if (field.Definition == name)
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<Field> All() =>
        [.. draft.Fields.Select(field => new Field(field.Definition, field.Label, field.Text, Span(field)))];

    public Written<Priority>? Priority(FieldDefinition name)
    {
        foreach (var field in draft.Fields)
        {
            if (field.Definition != name || Placeholders.Matches(field.Text))
            {
                continue;
            }

            if (LevelWords.LeadingPriority(field.Text) is { } priority)
            {
                return new Written<Priority>(priority, field.Text, Span(field));
            }

            if (ScoreText.Read(field.Text) is null)
            {
                Problem(field, $"the priority \"{Short(field.Text)}\" is not known; use High, Medium, Low or P0 to P3");
            }
        }

        return draft.Title.Tag is { } tag
            ? new Written<Priority>(tag, $"P{(int)tag}", SpanOf(draft.Title.TagExtent))
            : null;
    }

    /// <summary>The written score; a number of two digits under Priority is one too.</summary>
    public Written<double>? Score(FieldDefinition name)
    {
        foreach (var field in draft.Fields)
        {
            var isScore = field.Definition == name;
            var isNumber = field.Definition == FieldCatalog.Priority && LevelWords.LeadingPriority(field.Text) is null;
            if (!(isScore || isNumber) || Placeholders.Matches(field.Text))
            {
                continue;
            }

            if (ScoreText.Read(field.Text) is { } score)
            {
                return new Written<double>(score, field.Text, Span(field));
            }

            if (
                isScore
                && field.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0
                && LevelWords.LeadingPriority(field.Text) is null
            )
            {
                Problem(field, $"the score \"{Short(field.Text)}\" is not a number");
            }
        }

        return null;
    }

    public Written<Category?>? Category(FieldDefinition name) =>
        Value<Category?>(name, field => (CategoryWords.Read(field.Text), ValueOrigin.Written));

    /// <summary>Somebody; null for the words that stand for nobody.</summary>
    public Written<string>? Person(FieldDefinition name) =>
        Value(
            name,
            field =>
                TextNormalizer.Normalize(field.Text)
                    is "backlog"
                        or "unassigned"
                        or "nobody"
                        or "noone"
                        or "anyone"
                        or "open"
                        or "deferred"
                    ? ((string, ValueOrigin)?)null
                    : (field.Text.TrimStart('@'), ValueOrigin.Written)
        );

    public Written<string>? Text(FieldDefinition name) =>
        Value<string>(name, field => (field.Text, ValueOrigin.Written));

    public Written<DateOnly>? Date(FieldDefinition name) => Value(name, ReadDate);

    /// <summary>The capture date; under a completed section a plain "Date" is the completion's.</summary>
    public Written<DateOnly>? Captured() =>
        Value(
            FieldCatalog.Captured,
            field => draft.Surroundings.IsCompleted && IsPlainDate(field) ? null : ReadDate(field)
        );

    public Written<DateOnly>? Completed(Status status)
    {
        if (Date(FieldCatalog.Completed) is { } written)
        {
            return written;
        }

        var title = draft.Title;
        if (title.DoneDate is { } done)
        {
            return new Written<DateOnly>(done, $"{done:yyyy-MM-dd}", SpanOf(title.DateExtent));
        }

        if (status is not Status.Done)
        {
            return null;
        }

        return (
                draft.Surroundings.IsCompleted
                    ? Value(FieldCatalog.Captured, field => IsPlainDate(field) ? ReadDate(field) : null)
                    : null
            )
            ?? (
                draft.Surroundings.IsCompleted && title.LeadingDate is { } leading
                    ? new Written<DateOnly>(leading, $"{leading:yyyy-MM-dd}", SpanOf(title.DateExtent))
                    : null
            )
            ?? Value(
                FieldCatalog.Status,
                field =>
                    DateText.First(field.Text) is var (date, _)
                        ? (date, ValueOrigin.Written)
                        : ((DateOnly, ValueOrigin)?)null
            );
    }

    public Written<double>? Hours(FieldDefinition name) =>
        Value(
            name,
            field =>
                HoursText.Read(field.Text) is { } hours ? (hours, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    /// <summary>Hours saved in all; null for what is saved again and again.</summary>
    public Written<double>? Savings(FieldDefinition name) => WeeklySavings(name) is null ? Hours(name) : null;

    public Written<double>? WeeklySavings(FieldDefinition name) =>
        Value(
            name,
            field => RateText.Read(field.Text) is { } pace ? (pace, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    public Written<double>? TimeSpent()
    {
        var hours = Hours(FieldCatalog.TimeSpent);
        if (hours is null)
        {
            foreach (
                var field in draft.Fields.Where(field =>
                    field.Definition == FieldCatalog.TimeSpent && !Placeholders.Matches(field.Text)
                )
            )
            {
                Problem(
                    field,
                    $"the time spent \"{Short(field.Text)}\" is not a duration; use for example 3 hours or 90 min"
                );
            }
        }

        return hours;
    }

    public Written<double>? Ratio(FieldDefinition name) =>
        Value(
            name,
            field => RoiText.Read(field.Text) is { } roi ? (roi, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    public Written<Measurement>? Measurement(FieldDefinition name)
    {
        foreach (var field in draft.Fields)
        {
            if (field.Definition == name && !Placeholders.Matches(field.Text))
            {
                return new Written<Measurement>(MeasurementText.Read(field.Text, Span(field)), field.Text, Span(field));
            }
        }

        return null;
    }

    public void ReportUnknownScale(FoundField field)
    {
        if (RatingText.HasUnknownScale(field.Text))
        {
            Problem(field, $"the rating \"{Short(field.Text)}\" has an unknown scale; use a scale of 10 or 5");
        }
    }

    private (DateOnly, ValueOrigin)? ReadDate(FoundField field)
    {
        if (DateText.Leading(field.Text) is { } date)
        {
            return (date, ValueOrigin.Written);
        }

        if (DateText.HasShape(field.Text))
        {
            Problem(field, $"\"{Short(field.Text)}\" is not a valid date; use YYYY-MM-DD");
        }

        return null;
    }

    private static bool IsPlainDate(FoundField field) =>
        TextNormalizer.Normalize(field.Label) is "date" or "datum" or "fecha" or "data" or "日付" or "날짜" or "日期";

    public void Problem(FoundField field, string message) => problems.Add(Span(field), message);

    public SourceSpan Span(FoundField field) => lines.Span(field.Where);

    public static string Short(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39)}…";
}
