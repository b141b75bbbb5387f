using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Phrases of the review that its formats share: parts with a summary line and detail lines.</summary>
/// <param name="review">The review.</param>
/// <param name="escape">Escapes text from a backlog.</param>
/// <param name="strong">Emphasizes a name at the start of a line, so that it cannot be parsed as a list marker or a command.</param>
internal sealed class ReviewWords(Review review, Func<string, string> escape, Func<string, string> strong)
{
    private const int LongestTitle = 60;
    private const int LongestRemark = 80;

    private readonly bool namesFiles = review.Backlogs.Length > 1;

    /// <summary>What happened in the last week.</summary>
    public IEnumerable<ReviewPart> LastWeek => PartsOf(review.Last, backlog => backlog.LastWeek);

    /// <summary>What happened in the running week.</summary>
    public IEnumerable<ReviewPart> ThisWeek => PartsOf(review.Current, backlog => backlog.ThisWeek);

    /// <summary>What to correct.</summary>
    public IEnumerable<ReviewPart> ToDo => [Unscored(), Stale(), SecondLooks()];

    /// <summary>What is unknown about the two weeks, one line per backlog.</summary>
    public IEnumerable<string> Unknown =>
        review
            .Backlogs.Where(backlog => (backlog.Unknown ?? backlog.Limit) is not null)
            .Select(backlog =>
                $"{(namesFiles ? $"{escape(backlog.File.Path)}: " : "")}"
                + (
                    backlog.Unknown is { } unknown
                        ? $"both weeks are unknown: {escape(unknown)}"
                        : escape(backlog.Limit!)
                )
            );

    /// <summary>The commands to run next, most urgent first.</summary>
    public IEnumerable<string> Commands
    {
        get
        {
            var unmeasured = review
                .Last.Completed.Concat(review.Current.Completed)
                .FirstOrDefault(one => one is { IsMeasured: false, IsInFile: true });
            if (unmeasured is not null)
            {
                yield return CommandHint.Measure(unmeasured.Item!);
            }

            var backlogs = review.Backlogs;
            if (backlogs.SelectMany(backlog => backlog.Unscored).FirstOrDefault() is { } unscored)
            {
                yield return CommandHint.Score(unscored);
            }

            if (backlogs.SelectMany(backlog => backlog.Stale).FirstOrDefault().Item is { } stale)
            {
                yield return CommandHint.Defer(stale);
            }

            if (backlogs.SelectMany(backlog => backlog.SecondLooks).FirstOrDefault() is { } look)
            {
                yield return CommandHint.MeasureAgain(look.Item);
            }

            if (CommandHint.Start(review.Plan) is { } start)
            {
                yield return CommandHint.Commit;
                yield return start;
            }
        }
    }

    private IEnumerable<ReviewPart> PartsOf(ReviewedWeek all, Func<ReviewedBacklog, ReviewedWeek> week) =>
        [
            new(
                "Completed",
                Completed(all),
                ByFile(backlog => week(backlog).Completed, one => $"{Dated(one)} — {Measured(one)}")
            ),
            new(
                "Captured",
                Count(all.Captured),
                ByFile(backlog => week(backlog).Captured, one => $"{Dated(one)} — {Scored(one.Item)}")
            ),
            new(
                "Moved",
                Count(all.Moved),
                ByFile(backlog => week(backlog).Moved, one => $"{Dated(one)} — {StatusText.Words(one.Kind)}")
            ),
            new("Capacity", Capacity(all), []),
        ];

    private string Completed(ReviewedWeek week)
    {
        var count = week.Completed.Length;
        var open = week.Completed.Count(one => one.IsMeasured is false);
        var gone = week.Completed.Count(one => one.IsMeasured is null);
        string[] parts =
        [
            Count(week.Completed),
            count > open + gone ? $"{count - open - gone} measured" : "",
            open > 0 ? $"{open} not measured" : "",
            gone > 0 ? $"{gone} no longer in the file" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private string Capacity(ReviewedWeek week)
    {
        var capacity = review.Plan.Capacity;
        if (review.LoggedHours(week) is not { } hours)
        {
            return "unknown";
        }

        var unlogged = week.Completed.Count(one => one.Hours is null);
        var share = FiguresText.Rate(capacity.ShareOf(hours));
        return $"{PlanWords.Hours(hours)} logged of {PlanWords.Hours(capacity.Hours)}: {share} of the working time, "
            + $"target {FiguresText.Rate(Planning.Capacity.Share)}"
            + (unlogged > 0 ? $"; {Wording.Count(unlogged, "completion")} without hours" : "");
    }

    private ReviewPart Unscored() =>
        new(
            "To score",
            $"{review.Backlogs.Sum(backlog => backlog.Unscored.Length)}",
            ByFile(backlog => backlog.Unscored, item => $"{strong(Name(item))} — {Missing(item)}")
        );

    private ReviewPart Stale()
    {
        var unknown = review.Backlogs.Select(backlog => backlog.StaleNotEvaluated).OfType<string>().Distinct().ToList();
        var count = review.Backlogs.Sum(backlog => backlog.Stale.Length);
        return new(
            "Stale",
            unknown.Count == 0
                ? $"{count}"
                : $"{(count > 0 ? $"{count}; " : "")}not evaluated: {escape(string.Join("; ", unknown))}",
            ByFile(
                backlog => backlog.Stale,
                one => $"{strong(Name(one.Item))} — {escape(VisibleText.Message(one.Reason))}"
            )
        );
    }

    private ReviewPart SecondLooks() =>
        new(
            "Second looks",
            $"{review.Backlogs.Sum(backlog => backlog.SecondLooks.Length)}",
            ByFile(
                backlog => backlog.SecondLooks,
                look =>
                    $"{look.Completed:yyyy-MM-dd}  {Name(look.Item)} — measured {Remark(StatedEffect(look.Item))}"
                    + (look.Item.ExpectedOutcome is { Text: var expected } ? $", expected {Remark(expected)}" : "")
            )
        );

    private static string StatedEffect(Improvement item) =>
        item.MeasuredImpact is { Value.HasFigure: true } measured ? measured.Text
        : item.SavedPerWeek is { Text: var pace } ? $"{pace} saved"
        : $"{item.HoursSaved?.Text} saved";

    private string Remark(string text) => escape(VisibleText.Cut(text, LongestRemark));

    private string Count(ImmutableArray<ReviewedEvent> events) => review.IsKnown ? $"{events.Length}" : "unknown";

    private List<string> ByFile<T>(Func<ReviewedBacklog, IEnumerable<T>> of, Func<T, string> line) =>
        [
            .. review.Backlogs.SelectMany(backlog =>
                of(backlog).Select(one => $"{line(one)}{(namesFiles ? $" ({escape(backlog.File.Path)})" : "")}")
            ),
        ];

    private string Dated(ReviewedEvent happened) =>
        $"{happened.Day:yyyy-MM-dd}  {Name(happened.Id, happened.Title ?? (happened.Id is null ? happened.Key : ""))}";

    private string Name(Improvement item) => Name(item.Id, item.Title);

    private string Name(string? id, string title) =>
        escape(VisibleText.Cut(id is null ? title : $"{id} {title}".TrimEnd(), LongestTitle));

    private string Measured(ReviewedEvent one)
    {
        var hours = one.Hours is { } spent ? $"{PlanWords.Hours(spent)}" : "no hours logged";
        return one switch
        {
            { IsMeasured: null } => "no longer in the file; measurement and hours are unknown",
            { IsMeasured: false } => $"not measured, {hours}{(one.IsInFile ? "" : ", no longer in the file")}",
            { Item.MeasuredImpact: { Value.HasFigure: true } measured } =>
                $"{escape(VisibleText.Cut(measured.Text, LongestRemark))}, {hours}",
            { Item.HoursSaved.Value: var saved } => $"{PlanWords.Hours(saved)} saved, {hours}",
            _ => $"{PlanWords.Hours(one.Item?.SavedPerWeek?.Value ?? 0)} saved per week, {hours}",
        };
    }

    private static string Scored(Improvement? item) =>
        item switch
        {
            null => "removed again",
            { Score: { } score } => $"score {Wording.NumberOrDash(score)}",
            { Status: Status.Done } => "done",
            _ => "no score yet",
        };

    private string Missing(Improvement item) =>
        item.MissingForScore.IsEmpty
            ? "the formula yields no score"
            : $"no {string.Join(" and no ", item.MissingForScore.Select(escape))}";
}

/// <summary>A part of the review.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">A summary, escaped.</param>
/// <param name="Lines">One line for each improvement, escaped.</param>
internal sealed record ReviewPart(string Title, string Summary, List<string> Lines);
