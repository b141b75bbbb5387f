using System.Collections.Immutable;
using KaizenGate.Backlogs;

namespace KaizenGate.Reading;

/// <summary>Reads the values of a draft's fields. The first field of a name that holds a value counts.</summary>
internal sealed class DraftValues(Draft draft, LineMap lines, Problems problems)
{
    /// <summary>One bit for each name that the draft has a field of: most have few.</summary>
    private readonly long present = draft.Fields.Aggregate(0L, (bits, field) => bits | (1L << (int)field.Name));

    public SourceSpan SpanOf(Extent extent) => lines.Span(extent);

    /// <summary>The first field of a name whose text can be read; null when there is none.</summary>
    public Written<T>? Value<T>(FieldName name, Func<FoundField, (T Value, ValueOrigin Origin)?> read)
    {
        if ((present & (1L << (int)name)) == 0)
        {
            return null;
        }

        foreach (var field in draft.Fields)
        {
            if (field.Name == name && !Placeholders.Matches(field.Text) && read(field) is var (value, origin))
            {
                return new Written<T>(value, field.Text, Span(field), origin);
            }
        }

        return null;
    }

    public ImmutableArray<Field> All() =>
        [.. draft.Fields.Select(field => new Field(field.Name, field.Label, field.Text, Span(field)))];

    public Written<Priority>? Priority()
    {
        foreach (var field in draft.Fields)
        {
            if (field.Name != FieldName.Priority || Placeholders.Matches(field.Text))
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
    public Written<double>? Score()
    {
        foreach (var field in draft.Fields)
        {
            var isScore = field.Name == FieldName.PriorityScore;
            var isNumber = field.Name == FieldName.Priority && LevelWords.LeadingPriority(field.Text) is null;
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
                Problem(field, $"the score \"{Short(field.Text)}\" is no number");
            }
        }

        return null;
    }

    public Written<Category?>? Category() =>
        Value<Category?>(FieldName.Category, field => (CategoryWords.Read(field.Text), ValueOrigin.Written));

    public Written<string>? Owner() =>
        Value(
            FieldName.Owner,
            field =>
                Folding.Fold(field.Text)
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

    public Written<string>? Text(FieldName name) => Value<string>(name, field => (field.Text, ValueOrigin.Written));

    public Written<DateOnly>? Date(FieldName name) => Value(name, ReadDate);

    /// <summary>The capture date; under a completed section a plain "Date" is the completion's.</summary>
    public Written<DateOnly>? Captured() =>
        Value(
            FieldName.Captured,
            field => draft.Surroundings.IsCompleted && IsPlainDate(field) ? null : ReadDate(field)
        );

    public Written<DateOnly>? Completed(Status status)
    {
        if (Date(FieldName.Completed) is { } written)
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
                    ? Value(FieldName.Captured, field => IsPlainDate(field) ? ReadDate(field) : null)
                    : null
            )
            ?? (
                draft.Surroundings.IsCompleted && title.LeadingDate is { } leading
                    ? new Written<DateOnly>(leading, $"{leading:yyyy-MM-dd}", SpanOf(title.DateExtent))
                    : null
            )
            ?? Value(
                FieldName.Status,
                field =>
                    DateText.First(field.Text) is var (date, _)
                        ? (date, ValueOrigin.Written)
                        : ((DateOnly, ValueOrigin)?)null
            );
    }

    public Written<double>? Hours(FieldName name) =>
        Value(
            name,
            field =>
                HoursText.Read(field.Text) is { } hours ? (hours, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    /// <summary>Hours saved in all; null for what is saved again and again.</summary>
    public Written<double>? HoursSaved() => SavedPerWeek() is null ? Hours(FieldName.HoursSaved) : null;

    public Written<double>? SavedPerWeek() =>
        Value(
            FieldName.HoursSaved,
            field => PaceText.Read(field.Text) is { } pace ? (pace, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    public Written<double>? TimeSpent()
    {
        var hours = Hours(FieldName.TimeSpent);
        if (hours is null)
        {
            foreach (
                var field in draft.Fields.Where(field =>
                    field.Name == FieldName.TimeSpent && !Placeholders.Matches(field.Text)
                )
            )
            {
                Problem(
                    field,
                    $"the time spent \"{Short(field.Text)}\" is no duration; write it like 3 hours or 90 min"
                );
            }
        }

        return hours;
    }

    public Written<double>? Roi() =>
        Value(
            FieldName.Roi,
            field => RoiText.Read(field.Text) is { } roi ? (roi, ValueOrigin.Written) : ((double, ValueOrigin)?)null
        );

    public Measurement? Measurement()
    {
        foreach (var field in draft.Fields)
        {
            if (field.Name == FieldName.MeasuredImpact && !Placeholders.Matches(field.Text))
            {
                return MeasurementText.Read(field.Text, Span(field));
            }
        }

        return null;
    }

    public void ReportUnknownScale(FoundField field)
    {
        if (RatingText.HasUnknownScale(field.Text))
        {
            Problem(
                field,
                $"the rating \"{Short(field.Text)}\" is on a scale that is not known; write it out of 10 or out of 5"
            );
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
            Problem(field, $"\"{Short(field.Text)}\" is no day of the calendar; write the date as YYYY-MM-DD");
        }

        return null;
    }

    private static bool IsPlainDate(FoundField field) =>
        Folding.Fold(field.Label) is "date" or "datum" or "fecha" or "data" or "日付" or "날짜" or "日期";

    public void Problem(FoundField field, string message) => problems.Add(Span(field), message);

    public SourceSpan Span(FoundField field) => lines.Span(field.Where);

    public static string Short(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39)}…";
}
