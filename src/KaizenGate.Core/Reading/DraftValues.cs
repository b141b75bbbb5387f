using System.Runtime.InteropServices;

namespace KaizenGate.Core.Reading;

/// <summary>Reads the values of a draft's fields. When a field is repeated, the first readable value counts.</summary>
/// <param name="draft">Its fields must be complete.</param>
/// <param name="room">A list for its fields without placeholders, which is cleared first.</param>
internal sealed class DraftValues(Draft draft, List<FoundField> room, IPlaces places, Problems problems)
{
    private readonly List<FoundField> filled = WithoutPlaceholders(draft.Fields, room);

    /// <summary>The fields, except those with a placeholder as their value.</summary>
    public ReadOnlySpan<FoundField> Filled => CollectionsMarshal.AsSpan(filled);

    public SourceSpan SpanOf(Extent extent) => places.Span(extent);

    public SourceSpan Span(FoundField found) => SpanOf(found.Extent);

    /// <summary>Whether a field has a value that is not a placeholder.</summary>
    public bool Has(FieldDefinition field)
    {
        foreach (ref readonly var found in Filled)
        {
            if (found.Definition == field)
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<Field> All()
    {
        var fields = ImmutableArray.CreateBuilder<Field>(draft.Fields.Count);
        foreach (var found in draft.Fields)
        {
            fields.Add(new Field(found.Definition, found.Label, found.Text, Span(found)));
        }

        return fields.MoveToImmutable();
    }

    /// <summary>Returns the first value of a field that can be read; null when there is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="reader">What reads it.</param>
    /// <param name="read">Should capture nothing: it is called for each improvement.</param>
    public Written<T>? First<TReader, T>(
        FieldDefinition field,
        TReader reader,
        Func<TReader, FoundField, Written<T>?> read
    )
    {
        foreach (ref readonly var found in Filled)
        {
            if (found.Definition == field && read(reader, found) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public Written<double>? Number(FieldDefinition field, Func<string, double?> read)
    {
        foreach (ref readonly var found in Filled)
        {
            if (found.Definition == field && read(found.Text) is { } number)
            {
                return ValueOf<double>(found, number);
            }
        }

        return null;
    }

    /// <summary>Returns a duration in hours; the label can have the unit of a bare number.</summary>
    public Written<double>? Hours(FieldDefinition field) =>
        First(field, this, static (values, found) => values.ValueOf(found, HoursOf(found)));

    /// <summary>Returns the hours of a field; null when it has no duration.</summary>
    public static double? HoursOf(FoundField found) => HoursText.Read(found.Text, HourUnits.OfLabel(found.Label));

    public Written<Priority>? Priority(FieldDefinition field)
    {
        foreach (ref readonly var found in Filled)
        {
            if (found.Definition != field)
            {
                continue;
            }

            if (
                (draft.Context.Legend?.PriorityOf(found.Text) ?? LevelWords.LeadingPriority(found.Text)) is { } priority
            )
            {
                return ValueOf<Priority>(found, priority);
            }

            if (ScoreText.Read(found.Text) is null)
            {
                Problem(found, $"the priority \"{Short(found.Text)}\" is not known; use High, Medium, Low or P0 to P3");
            }
        }

        return draft.Title.Tag is { } tag
            ? new Written<Priority>(tag, $"P{(int)tag}", SpanOf(draft.Title.TagExtent))
            : null;
    }

    /// <summary>Returns the score that the backlog states; a number that is not a level also counts when it is in the priority field.</summary>
    public Written<double>? Score(FieldDefinition field)
    {
        foreach (ref readonly var found in Filled)
        {
            var isScore = found.Definition == field;
            var isNumber = found.Definition == FieldCatalog.Priority && LevelWords.LeadingPriority(found.Text) is null;
            if (!(isScore || isNumber))
            {
                continue;
            }

            if (ScoreText.Read(found.Text) is { } score)
            {
                return ValueOf<double>(found, score);
            }

            if (
                isScore
                && found.Text.AsSpan().IndexOfAnyInRange('0', '9') < 0
                && LevelWords.LeadingPriority(found.Text) is null
            )
            {
                Problem(found, $"the score \"{Short(found.Text)}\" is not a number");
            }
        }

        return null;
    }

    public Written<Category?>? Category(FieldDefinition field) =>
        First(
            field,
            this,
            static (values, found) =>
                new Written<Category?>(CategoryWords.Read(found.Text), found.Text, values.Span(found))
        );

    /// <summary>Returns the name of a person; null for a word that means unassigned.</summary>
    public Written<string>? Person(FieldDefinition field) =>
        First(
            field,
            this,
            static (values, found) =>
                Unassigned.ContainsText(found.Text)
                    ? null
                    : new Written<string>(found.Text.TrimStart('@'), found.Text, values.Span(found))
        );

    public Written<string>? Text(FieldDefinition field) =>
        First(field, this, static (values, found) => new Written<string>(found.Text, found.Text, values.Span(found)));

    public Written<Measurement>? Measurement(FieldDefinition field) =>
        First(
            field,
            this,
            static (values, found) =>
                new Written<Measurement>(MeasurementText.Read(found.Text), found.Text, values.Span(found))
        );

    /// <summary>Returns the sightings of all fields with the label; null when there is none.</summary>
    public Written<Sightings>? Sightings(FieldDefinition field)
    {
        var all = new List<Sighting>();
        var texts = new List<string>();
        SourceSpan? first = null;
        foreach (ref readonly var found in Filled)
        {
            if (found.Definition != field)
            {
                continue;
            }

            if (DateText.HasShape(found.Text) && DateText.Leading(found.Text) is null)
            {
                Problem(found, $"\"{Short(found.Text)}\" is not a valid date; use YYYY-MM-DD");
            }

            var count = all.Count;
            all.AddRange(SightingsText.Read(found.Text, Order));
            if (all.Count > count)
            {
                texts.Add(found.Text);
                first ??= Span(found);
            }
        }

        return first is { } span
            ? new Written<Sightings>(new([.. all.Distinct()]), string.Join(", ", texts), span)
            : null;
    }

    public Written<DateOnly>? Date(FieldDefinition field) =>
        First(field, this, static (values, found) => values.ReadDate(found));

    public Written<DateOnly>? Captured(Status status) =>
        First(
            FieldCatalog.Captured,
            this,
            static (values, found) => values.IsCompletionDate(found) ? null : values.ReadDate(found)
        ) ?? (status is Status.Done ? null : OfTitle(draft.Title.TrailingDate, draft.Title.TrailingDateExtent));

    public Written<DateOnly>? Completed(Status status)
    {
        var title = draft.Title;
        if ((Date(FieldCatalog.Completed) ?? OfTitle(title.DoneDate, title.DateExtent)) is { } written)
        {
            return written;
        }

        return status is not Status.Done
            ? null
            : First(
                FieldCatalog.Captured,
                this,
                static (values, found) => values.IsCompletionDate(found) ? values.ReadDate(found) : null
            )
                ?? OfTitle(title.TrailingDate, title.TrailingDateExtent)
                ?? (draft.Context.IsCompleted ? OfTitle(title.LeadingDate, title.DateExtent) : null)
                ?? First(
                    FieldCatalog.Status,
                    this,
                    static (values, found) => values.ValueOf(found, DateForms.First(found.Text, values.Order))
                )
                ?? OfSection();
    }

    /// <summary>"Completed 2026-03-01" and "Second round (2026-03-01)" date what is done below them.</summary>
    private Written<DateOnly>? OfSection() =>
        draft.Context.Section is { Status: null or Status.Done } section
        && !TextNormalizer.Words(section.Title).Exists(OtherDates.Contains)
        && DateForms.First(section.Title, Order) is { IsPeriod: false } found
            ? new Written<DateOnly>(found.Date, section.Title, section.Span, ValueOrigin.Inferred)
            : null;

    public Written<double>? TimeSpent()
    {
        var hours = Hours(FieldCatalog.TimeSpent);
        foreach (ref readonly var found in hours is null ? Filled : [])
        {
            if (found.Definition == FieldCatalog.TimeSpent)
            {
                Problem(
                    found,
                    $"the time spent \"{Short(found.Text)}\" is not a duration; use for example 3 hours or 90 min"
                );
            }
        }

        return hours;
    }

    public void Problem(FoundField found, string message) => problems.Add(Span(found), message);

    public static string Short(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39)}…";

    private static List<FoundField> WithoutPlaceholders(List<FoundField> fields, List<FoundField> room)
    {
        room.Clear();
        foreach (ref readonly var found in CollectionsMarshal.AsSpan(fields))
        {
            if (!IsPlaceholder(found))
            {
                room.Add(found);
            }
        }

        return room;
    }

    /// <summary>Whether a value is a placeholder. Evidence can look like alternatives: <c>2026-03-02 (make | tee log)</c>.</summary>
    private static bool IsPlaceholder(FoundField found) =>
        Placeholders.Matches(found.Text)
        && !(found.Definition.Kind is FieldKind.Sightings && DateForms.IsDate(found.Text));

    private Written<T>? ValueOf<T>(FoundField found, T? value)
        where T : struct => value is { } known ? new Written<T>(known, found.Text, Span(found)) : null;

    private Written<DateOnly>? ReadDate(FoundField found)
    {
        if (DateText.HasShape(found.Text) && DateText.Leading(found.Text) is null)
        {
            Problem(found, $"\"{Short(found.Text)}\" is not a valid date; use YYYY-MM-DD");
        }

        return ValueOf(found, DateForms.First(found.Text, Order));
    }

    private DateOrder Order => draft.Context.Conventions.DateOrder;

    /// <summary>The first day of a month or a week is inferred.</summary>
    private Written<DateOnly>? ValueOf(FoundField found, DateForms.Found? date) =>
        date is { } known
            ? new Written<DateOnly>(
                known.Date,
                found.Text,
                Span(found),
                known.IsPeriod ? ValueOrigin.Inferred : ValueOrigin.Written
            )
            : null;

    private Written<DateOnly>? OfTitle(DateOnly? date, Extent extent) =>
        date is { } known ? new Written<DateOnly>(known, $"{known:yyyy-MM-dd}", SpanOf(extent)) : null;

    /// <summary>In a section of completed improvements, a label such as "Date" is for the completion.</summary>
    private bool IsCompletionDate(FoundField found) => draft.Context.IsCompleted && DateText.IsPlainLabel(found.Label);

    /// <summary>Words for another date than that of the completion.</summary>
    private static readonly HashSet<string> OtherDates = TextNormalizer.Set(
        "updated update reviewed review since started start created planned due until aktualisiert seit bis actualizado maj 更新 更新日"
    );

    private static readonly WordIndex<bool> Unassigned = Lexicon.Set("unassigned");
}
