using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Integrity;

/// <summary>KZ904.</summary>
internal static class ContradictoryStatus
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ904",
            Name = "contradictory-status",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Error,
            Summary =
                "Status, check box and section of an improvement disagree on whether it is closed, or two places of it state a field differently.",
            Rationale =
                "An improvement that is done by its box and open by its section is counted as both, by whoever looks. "
                + "Every figure of the backlog rests on knowing what is done.",
            Remedy =
                "Decide which is true and make the others say the same: tick the box, correct the status, or move the improvement to its section.",
            IsFixable = true,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var completed = context.Backlog.Sections.FirstOrDefault(section => section.Status is Status.Done);
        foreach (var item in context.Backlog.Improvements)
        {
            var places = item.Contradictions.Select(found => InTwoPlaces(item, found)).ToList();
            foreach (var violation in places)
            {
                yield return violation;
            }

            // One fault, one finding: two places with two statuses are reported already.
            if (item.Contradictions.All(found => found.Field is not FieldName.Status))
            {
                var signs = BetweenSigns(item) ?? UnderPriority(item, completed);
                if (signs is not null)
                {
                    yield return signs;
                }
            }
        }
    }

    private static Violation InTwoPlaces(Improvement item, Contradiction found) =>
        new(
            found.OtherSpan,
            $"{FieldWords.Of(found.Field)} is {Quote.Of(found.OtherText)} here and {Quote.Of(found.Text)} on line {found.Span.Line}; "
                + "both are the same improvement and must agree",
            item
        );

    private static Violation? BetweenSigns(Improvement item)
    {
        var signs = item.StatusSigns.RemoveAll(sign => sign.Source is StatusSource.Assumed);
        for (var one = 0; one < signs.Length; one++)
        {
            for (var other = one + 1; other < signs.Length; other++)
            {
                if (Disagree(signs[one], signs[other]))
                {
                    var place = signs[other].Source is StatusSource.Section ? signs[one] : signs[other];
                    return new(place.Span, $"{Say(signs[one])}, but {Say(signs[other])}; both must agree", item);
                }
            }
        }

        return null;
    }

    /// <summary>One says closed, the other open. An empty box may stand beside any status but done.</summary>
    private static bool Disagree(StatusSign one, StatusSign other) =>
        IsClosed(one) != IsClosed(other)
        && !(one.IsWeak && other.Status is Status.Rejected)
        && !(other.IsWeak && one.Status is Status.Rejected);

    // Teams without a section for completed improvements tick them where they stand.
    private static Violation? UnderPriority(Improvement item, Section? completed) =>
        item
            is {
                Status: Status.Done,
                Section: { Priority: not null, Status: null } section,
                StatusSigns: [var sign, ..]
            }
        && completed is not null
            ? new(
                sign.Source is StatusSource.Section ? item.Span : sign.Span,
                $"{Say(sign)}, but it stands under {Quote.Of(section.Title)} among the open ones; "
                    + $"completed ones stand under {Quote.Of(completed.Title)} from line {completed.Span.Line} on",
                item
            )
            : null;

    private static bool IsClosed(StatusSign sign) => sign.Status is Status.Done or Status.Rejected;

    private static string Say(StatusSign sign)
    {
        var source = sign.Source switch
        {
            StatusSource.Field => "the status",
            StatusSource.Box => "the box",
            StatusSource.Title => "the title",
            _ => "the section",
        };
        return $"{source} says {StatusWord(sign.Status)} ({Quote.Of(sign.Text)})";
    }

    private static string StatusWord(Status status) =>
        status switch
        {
            Status.ToDo => "open",
            Status.InProgress => "in progress",
            Status.Done => "done",
            Status.Deferred => "deferred",
            _ => "rejected",
        };
}
