using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Planning;
using KaizenGate.Reporting.Escaping;

namespace KaizenGate.Reporting;

/// <summary>The plan in words that its text and its Markdown share.</summary>
/// <param name="escape">Makes a text of a backlog harmless where it goes.</param>
/// <param name="strong">Emphasizes a name that begins a line, so that nothing in it is read as the mark of a list or a command.</param>
/// <param name="namesFiles">Whether an improvement's file is named, since there are several.</param>
internal sealed class PlanWords(Func<string, string> escape, Func<string, string> strong, bool namesFiles)
{
    private const int LongestTitle = 60;
    private const int LongestId = 24;

    /// <summary>Names beyond these are counted.</summary>
    private const int MostNames = 3;

    /// <summary>The one page of a plan of all its backlogs.</summary>
    public static PlanWords Of(Plan plan, Func<string, string> escape, Func<string, string> strong) =>
        new(escape, strong, Items(plan).Select(item => item.File).Distinct().Take(2).Count() > 1);

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

    /// <summary>What is left of the started work, and what that means; null when nothing is in progress.</summary>
    public static string? Started(Plan plan)
    {
        if (plan.Started.IsEmpty)
        {
            return null;
        }

        var work = $"{Hours(plan.StartedHours)} left of {Wording.Count(plan.Started.Length, "improvement")}";
        return plan.IsOverfull
            ? $"{work}, more than the capacity: finish before anything new is started"
            : $"{work}, to be finished first";
    }

    /// <summary>What of the started work nobody knows how long it takes; null when there is none.</summary>
    public string? Unknown(Plan plan)
    {
        ImmutableArray<PlannedItem> unknown = [.. plan.Started.Where(item => item.Time is null or { Minutes: 0 })];
        return unknown.IsEmpty
            ? null
            : $"{Names(unknown)}: nothing is left of the estimate, or there is none; estimate what is left";
    }

    public static string Chosen(Plan plan) =>
        plan.Chosen.IsEmpty
            ? $"nothing, with {Hours(plan.FreeHours)} left"
            : $"{Hours(plan.ChosenHours)} of {Hours(plan.FreeHours)} for {Wording.Count(plan.Chosen.Length, "improvement")}, "
                + $"score {Wording.NumberOrDash(plan.ChosenScore)}";

    /// <summary>Why an improvement was missed, to stand behind its name.</summary>
    public string Why(NearMiss miss, Plan plan)
    {
        var own =
            $"score {Wording.NumberOrDash(miss.Missed.Score)} in {Hours(miss.Missed.Time!.Value.Hours)}{AnHour(miss.Missed)}";
        if (miss is not { Total: { } total, Loss: { } loss })
        {
            return miss.Missed.Time.Value.Hours > plan.Capacity.Hours
                ? $"{own}, more than a week has; split it"
                : $"{own}, more than the {Hours(plan.FreeHours)} that are left";
        }

        var instead =
            (miss.Displaced.IsEmpty ? "" : $" in place of {Names(miss.Displaced)}")
            + (miss.Beside.IsEmpty ? "" : $", with {Names(miss.Beside)} beside it");
        return loss > 0 ? $"{own}; {Wording.NumberOrDash(loss)} less in all ({Wording.NumberOrDash(total)}){instead}"
            : miss.TakesLonger ? $"{own}; as good{instead}, but it takes longer"
            : $"{own}; as good{instead}, where the tie was broken by the higher score, then by the order of the file";
    }

    /// <summary><c>2 unscored (IMP-001, IMP-002), 3 deferred</c>; empty when nothing is left out.</summary>
    public string Out(Plan plan) => string.Join(", ", plan.LeftOut.Select(Out));

    /// <summary>How many improvements are left for other weeks; null when none is.</summary>
    public static string? NotChosen(Plan plan) =>
        plan.NotChosen == 0 ? null
        : plan.TooLong == 0 || plan.FreeHours <= 0 ? Wording.Count(plan.NotChosen, "improvement")
        : $"{Wording.Count(plan.NotChosen, "improvement")}, {plan.TooLong} of more than {Hours(plan.FreeHours)}";

    /// <summary>What was written into the backlogs; null when nothing was to be.</summary>
    public static string? Written(Plan plan) =>
        plan.Committed is not { } committed ? null
        : committed.IsEmpty ? "nothing: all that is planned has a target date in this week"
        : $"target date {plan.Week.Friday:yyyy-MM-dd} for {Wording.Count(committed.Length, "improvement")}";

    /// <summary>The id and the title, or one of them.</summary>
    public string Name(PlannedItem item) => strong(escape(VisibleText.Cut(item.Item.Name, LongestTitle))) + File(item);

    public string Id(PlannedItem item) => item.Item.Id is { } id ? escape(VisibleText.Cut(id, LongestId)) : "–";

    public string Title(PlannedItem item) => escape(VisibleText.Cut(item.Item.Title, LongestTitle)) + File(item);

    /// <summary>The hours, with a star where they come from the effort table.</summary>
    public static string Time(PlannedItem item) =>
        item.Time is { } time
            ? $"{Wording.NumberOrDash(time.Hours)}{(time.Basis is TimeBasis.EffortTable ? "*" : "")}"
            : "–";

    /// <summary>Whether any of the hours that are shown come from the effort table.</summary>
    public static bool UsesTable(Plan plan) =>
        plan
            .Started.Concat(plan.Chosen)
            .Concat(plan.JustMissed.Select(miss => miss.Missed))
            .Any(item => item.Time is { Basis: TimeBasis.EffortTable });

    private string Out(LeftOut one)
    {
        var count = one.Items.Length;
        return one.Reason switch
        {
            OutReason.Deferred => $"{count} deferred",
            OutReason.Done => $"{count} done",
            OutReason.Rejected => $"{count} rejected",
            OutReason.Unscored => $"{count} without a score ({Names(one.Items)})",
            OutReason.OffScale => $"{count} with a score off the scale ({Names(one.Items)})",
            OutReason.Worthless => $"{count} with a score of 0 or less ({Names(one.Items)})",
            _ => $"{count} without an estimate ({Names(one.Items)})",
        };
    }

    /// <summary>Short names, with commas between them.</summary>
    private string Names(ImmutableArray<PlannedItem> items)
    {
        var names = items.Take(MostNames).Select(item => item.Item.Id is null ? Title(item) : Id(item));
        return string.Join(", ", items.Length > MostNames ? names.Append($"{items.Length - MostNames} more") : names);
    }

    private string File(PlannedItem item) => namesFiles ? $" ({escape(item.File.Path)})" : "";

    private static string AnHour(PlannedItem item) =>
        item.ScorePerHour is { } rate ? $", {Wording.NumberOrDash(rate)} an hour" : "";

    private static IEnumerable<PlannedItem> Items(Plan plan) =>
        plan
            .Started.Concat(plan.Chosen)
            .Concat(plan.JustMissed.Select(miss => miss.Missed))
            .Concat(plan.LeftOut.SelectMany(one => one.Items));
}
