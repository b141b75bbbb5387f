namespace KaizenGate.Core.Backlogs;

/// <summary>
/// The fields of an improvement, in the order in which edits and reports write them. A field that is added here is read, merged,
/// moved, guarded, reported and documented like the others. A field that rules use also needs a property of <see cref="Improvement"/>.
/// </summary>
internal static class FieldCatalog
{
    private static readonly List<FieldDefinition> Added = [];

    public static FieldDefinition<double> Impact { get; } =
        Add<double>(
            "impact",
            FieldKind.Rating,
            "how much it helps, from 1 to 10, written or inferred; can be outside the scale",
            "Impact"
        );

    public static FieldDefinition<double> Effort { get; } =
        Add<double>(
            "effort",
            FieldKind.Rating,
            "how much work it is, from 1 to 10, 10 being the most; see `impact`",
            "Effort"
        );

    public static FieldDefinition<double> PriorityScore { get; } =
        Add<double>(
            "priorityScore",
            FieldKind.Score,
            "the score that the backlog states, which rules check",
            "Priority Score",
            jsonName: "writtenScore",
            isGuarded: false
        );

    public static FieldDefinition<Priority> Priority { get; } =
        Add<Priority>(
            "priority",
            FieldKind.Priority,
            "the priority that the backlog states: `high`, `medium` or `low`",
            "Priority",
            jsonName: "writtenPriority",
            isGuarded: false
        );

    public static FieldDefinition Status { get; } =
        Add("status", FieldKind.Status, "the status", "Status", isGuarded: false);

    public static FieldDefinition<Category?> Category { get; } =
        Add<Category?>(
            "category",
            FieldKind.Category,
            "`performance`, `quality`, `developerExperience`, `technicalDebt` or `feature`; an unknown word as written",
            "Category"
        );

    public static FieldDefinition<string> Labels { get; } =
        Add<string>(
            "labels",
            FieldKind.Labels,
            "the labels of an issue as written, such as `performance, impact:8`, which also state what no field does",
            "Labels"
        );

    public static FieldDefinition<string> Owner { get; } =
        Add<string>("owner", FieldKind.Person, "who does it; null when unassigned", "Owner");

    public static FieldDefinition<DateOnly> Captured { get; } =
        Add<DateOnly>("captured", FieldKind.Date, "the day it was captured", "Captured");

    public static FieldDefinition<Sightings> Seen { get; } =
        Add<Sightings>(
            "seen",
            FieldKind.Sightings,
            "the days on which the problem was seen again, with evidence, as written",
            "Seen"
        );

    public static FieldDefinition<string> Signal { get; } =
        Add<string>(
            "signal",
            FieldKind.Text,
            "the key of what is counted before and after the work to prove its effect",
            "Signal"
        );

    public static FieldDefinition<DateOnly> Started { get; } =
        Add<DateOnly>("started", FieldKind.Date, "the day on which work began", "Started");

    public static FieldDefinition<DateOnly> TargetDate { get; } =
        Add<DateOnly>("targetDate", FieldKind.Date, "the day it is due", "Target Date");

    public static FieldDefinition<DateOnly> Completed { get; } =
        Add<DateOnly>("completed", FieldKind.Date, "the day it was completed", "Completed");

    public static FieldDefinition<double> EstimatedHours { get; } =
        Add<double>("estimatedHours", FieldKind.Hours, "estimated hours of work, at least 0", "Estimate");

    public static FieldDefinition<string> CurrentState { get; } =
        Add<string>("currentState", FieldKind.Text, "the current state", "Current State");

    public static FieldDefinition<string> ProposedSolution { get; } =
        Add<string>("proposedSolution", FieldKind.Text, "the proposed solution", "Proposed Solution");

    public static FieldDefinition<string> ExpectedOutcome { get; } =
        Add<string>("expectedOutcome", FieldKind.Text, "the expected outcome", "Expected Outcome");

    public static FieldDefinition<string> SuccessCriteria { get; } =
        Add<string>("successCriteria", FieldKind.Text, "the success criteria", "Success Criteria");

    public static FieldDefinition<Measurement> MeasuredImpact { get; } =
        Add<Measurement>("measuredImpact", FieldKind.Measurement, "the measured effect, as written", "Measured Impact");

    public static FieldDefinition<Measurement> MeasuredAgain { get; } =
        Add<Measurement>(
            "measuredAgain",
            FieldKind.Measurement,
            "the effect when it was measured again, months after the completion, as written",
            "Measured Again"
        );

    public static FieldDefinition<double> TimeSpent { get; } =
        Add<double>("timeSpent", FieldKind.Hours, "logged hours of work, at least 0", "Time Spent");

    public static FieldDefinition<double> HoursSaved { get; } =
        Add<double>(
            "hoursSaved",
            FieldKind.Savings,
            "hours saved in total; null when the text states a rate",
            "Time Saved"
        );

    public static FieldDefinition<double> SavedPerWeek { get; } =
        Add<double>(
            "savedPerWeek",
            FieldKind.WeeklySavings,
            "hours saved per week since the completion, when the text states a rate such as `15 min/week`",
            "",
            readFrom: HoursSaved
        );

    public static FieldDefinition<double> Roi { get; } =
        Add<double>(
            "roi",
            FieldKind.Ratio,
            "return on investment as a ratio: `5×` is 5, `120%` is 1.2",
            "ROI",
            isGuarded: false
        );

    public static FieldDefinition<string> Reason { get; } =
        Add<string>("reason", FieldKind.Text, "why it is deferred or rejected", "Reason");

    public static FieldDefinition<DateOnly> ReviewDate { get; } =
        Add<DateOnly>("reviewDate", FieldKind.Date, "the day to reconsider a deferred improvement", "Review Date");

    public static FieldDefinition Id { get; } = Add("id", FieldKind.Id, "the id", "ID", isGuarded: false);

    public static FieldDefinition Title { get; } = Add("title", FieldKind.Title, "the title", "Improvement");

    /// <summary>A label that only the score formula uses.</summary>
    public static FieldDefinition Other { get; } = new("other", FieldKind.Other, "", "");

    /// <summary>All fields except <see cref="Other"/>. Must be the last property: it copies the fields that the others add.</summary>
    public static FieldTable Table { get; } = new([.. Added]);

    private static FieldDefinition<T> Add<T>(
        string name,
        FieldKind kind,
        string meaning,
        string labels,
        string? jsonName = null,
        bool isGuarded = true,
        FieldDefinition? readFrom = null
    )
    {
        var field = new FieldDefinition<T>(name, kind, meaning, labels)
        {
            JsonName = jsonName ?? name,
            IsGuarded = isGuarded,
            ReadFrom = readFrom,
        };
        Added.Add(field);
        return field;
    }

    private static FieldDefinition Add(
        string name,
        FieldKind kind,
        string meaning,
        string labels,
        bool isGuarded = true
    )
    {
        var field = new FieldDefinition(name, kind, meaning, labels) { IsGuarded = isGuarded };
        Added.Add(field);
        return field;
    }
}
