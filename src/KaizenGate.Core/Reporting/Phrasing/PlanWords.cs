using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Phrases of the plan that text and Markdown share.</summary>
/// <param name="escape">Escapes text from a backlog.</param>
/// <param name="strong">Emphasizes a name at the start of a line, so that it cannot be parsed as a list marker or a command.</param>
/// <param name="namesFiles">Whether to show the file of each improvement.</param>
internal sealed class PlanWords(Func<string, string> escape, Func<string, string> strong, bool namesFiles)
{
    private const int LongestTitle = 60;
    private const int LongestId = 24;

    /// <summary>The others are only counted.</summary>
    private const int MaxNames = 3;

    /// <summary>The phrases for a plan.</summary>
    public static PlanWords Of(Plan plan, Func<string, string> escape, Func<string, string> strong) =>
        new(escape, strong, Items(plan).Select(item => item.Backlog).Distinct().Take(2).Count() > 1);

    public static string Cell(MatrixCell? cell) =>
        cell switch
        {
            MatrixCell.DoFirst => "Do First",
            MatrixCell.DoNext => "Do Next",
            MatrixCell.Consider => "Consider",
            MatrixCell.QuickWin => "Quick Win",
            MatrixCell.Defer => "Defer",
            MatrixCell.DoNot => "Don't Do",
            _ => "–",
        };

    public static string Hours(double hours) => $"{Wording.NumberOrDash(hours)} h";

    /// <summary><c>8 h: 20% of 40 h for 1 person</c>.</summary>
    public static string Of(Capacity capacity) =>
        capacity.Named is { } named
            ? Hours(named)
            : $"{Hours(capacity.Hours)}: {Wording.NumberOrDash(Capacity.Share * 100)}% of {Hours(capacity.HoursPerWeek)} for "
                + (capacity.People == 1 ? "1 person" : $"{capacity.People} people");

    /// <summary>The remaining hours of work in progress; null if there is none.</summary>
    public static string? Started(Plan plan)
    {
        if (plan.Started.IsEmpty)
        {
            return null;
        }

        var work = $"{Hours(plan.StartedHours)} left for {Wording.Count(plan.Started.Length, "improvement")}";
        return plan.IsOverfull
            ? $"{work}, more than the capacity: finish these before starting anything new"
            : $"{work}, finish these first";
    }

    /// <summary>Work in progress without remaining hours; null if there is none.</summary>
    public string? Unknown(Plan plan)
    {
        ImmutableArray<PlannedItem> unknown = [.. plan.Started.Where(item => item.Time is null or { Minutes: 0 })];
        return unknown.IsEmpty
            ? null
            : $"{Names(unknown)}: no estimate, or none of it left; estimate the remaining hours";
    }

    public static string Chosen(Plan plan) =>
        plan.Chosen.IsEmpty
            ? $"none, {Hours(plan.FreeHours)} left"
            : $"{Hours(plan.ChosenHours)} of {Hours(plan.FreeHours)} for {Wording.Count(plan.Chosen.Length, "improvement")}, "
                + $"score {Wording.NumberOrDash(plan.ChosenScore)}";

    /// <summary>Why an improvement was not chosen.</summary>
    public string Why(NearMiss miss, Plan plan)
    {
        var own =
            $"score {Wording.NumberOrDash(miss.Missed.Score)} in {Hours(miss.Missed.Time!.Value.Hours)}{AnHour(miss.Missed)}";
        if (miss is not { Total: { } total, Loss: { } loss })
        {
            return miss.Missed.Time.Value.Hours > plan.Capacity.Hours
                ? $"{own}, more than the capacity of a week; split it"
                : $"{own}, more than the {Hours(plan.FreeHours)} left";
        }

        var instead =
            (miss.Displaced.IsEmpty ? "" : $" for {Names(miss.Displaced)}")
            + (miss.Replaces.IsEmpty ? "" : $" together with {Names(miss.Replaces)}");
        return loss > 0
                ? $"{own}; choosing it{instead} lowers the total score by {Wording.NumberOrDash(loss)} to {Wording.NumberOrDash(total)}"
            : miss.TakesLonger ? $"{own}; choosing it{instead} gives the same total score but takes longer"
            : $"{own}; choosing it{instead} gives the same total score; the tie went to the higher score, then to the first in the file";
    }

    /// <summary><c>2 unscored (IMP-001, IMP-002), 3 deferred</c>; empty if there are none.</summary>
    public string Out(Plan plan) => string.Join(", ", plan.LeftOut.Select(Out));

    /// <summary>The number of improvements left for other weeks; null if there are none.</summary>
    public static string? NotChosen(Plan plan) =>
        plan.NotChosen == 0 ? null
        : plan.TooLong == 0 || plan.FreeHours <= 0 ? Wording.Count(plan.NotChosen, "improvement")
        : $"{Wording.Count(plan.NotChosen, "improvement")}, {plan.TooLong} longer than {Hours(plan.FreeHours)}";

    /// <summary>The target dates written to the backlogs; null without <c>--commit</c>.</summary>
    public static string? Written(Plan plan) =>
        plan.Committed is not { } committed ? null
        : committed.IsEmpty ? "nothing: everything planned already has a target date this week"
        : $"target date {plan.Week.Friday:yyyy-MM-dd} for {Wording.Count(committed.Length, "improvement")}";

    /// <summary>The id and the title, as far as present.</summary>
    public string Name(PlannedItem item) =>
        strong(escape(VisibleText.Cut(item.Item.Name, LongestTitle))) + Seen(item) + File(item);

    public string Id(PlannedItem item) => item.Item.Id is { } id ? escape(VisibleText.Cut(id, LongestId)) : "–";

    public string Title(PlannedItem item) =>
        escape(VisibleText.Cut(item.Item.Title, LongestTitle)) + Seen(item) + File(item);

    /// <summary>The hours, with a star if they come from the effort table.</summary>
    public static string Time(PlannedItem item) =>
        item.Time is { } time
            ? $"{Wording.NumberOrDash(time.Hours)}{(time.Basis is TimeBasis.EffortTable ? "*" : "")}"
            : "–";

    /// <summary>Whether any hours shown come from the effort table.</summary>
    public static bool UsesTable(Plan plan) =>
        plan
            .Started.Concat(plan.Chosen)
            .Concat(plan.JustMissed.Select(miss => miss.Missed))
            .Any(item => item.Time is { Basis: TimeBasis.EffortTable });

    private string Out((ExclusionReason Reason, ImmutableArray<PlannedItem> Items) one)
    {
        var count = one.Items.Length;
        return one.Reason switch
        {
            ExclusionReason.Deferred => $"{count} deferred",
            ExclusionReason.Done => $"{count} done",
            ExclusionReason.Rejected => $"{count} rejected",
            ExclusionReason.Unscored => $"{count} without a score ({Names(one.Items)})",
            ExclusionReason.OffScale => $"{count} with a score outside of the scale ({Names(one.Items)})",
            ExclusionReason.NoScore => $"{count} with a score of 0 or less ({Names(one.Items)})",
            _ => $"{count} without an estimate ({Names(one.Items)})",
        };
    }

    /// <summary>Short names, separated by commas.</summary>
    private string Names(ImmutableArray<PlannedItem> items)
    {
        var names = items.Take(MaxNames).Select(item => item.Item.Id is null ? Title(item) : Id(item));
        return string.Join(", ", items.Length > MaxNames ? names.Append($"{items.Length - MaxNames} more") : names);
    }

    /// <summary>How often the problem was seen again, which decides between equal improvements; empty for never.</summary>
    private static string Seen(PlannedItem item) =>
        SightingText.Of(item.Item) is { } sightings ? $" ({sightings})" : "";

    private string File(PlannedItem item) => namesFiles ? $" ({escape(item.Backlog.Path)})" : "";

    private static string AnHour(PlannedItem item) =>
        item.ScorePerHour is { } rate ? $", {Wording.NumberOrDash(rate)} per hour" : "";

    private static IEnumerable<PlannedItem> Items(Plan plan) =>
        plan
            .Started.Concat(plan.Chosen)
            .Concat(plan.JustMissed.Select(miss => miss.Missed))
            .Concat(plan.LeftOut.SelectMany(one => one.Items));
}
