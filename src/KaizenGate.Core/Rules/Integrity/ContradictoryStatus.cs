using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

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
                "Status, check box and section of an improvement disagree on whether it is closed, or a field has different values "
                + "in two places.",
            Rationale =
                "An improvement that is completed by its box and open by its section is counted as one or the other, depending on "
                + "the reader. Every number of a backlog depends on what is completed.",
            Remedy =
                "Decide which is true and change the others: tick the box, correct the status, or move the improvement to its "
                + "section.",
            FixedBy = FixingCommand.Fix,
            Check = Check,
        };

    private static IEnumerable<RuleResult> Check(RuleContext context)
    {
        var completed = context.Backlog.Sections.FirstOrDefault(section => section.Status is Status.Done);
        foreach (var item in context.Backlog.Improvements)
        {
            foreach (var found in item.Contradictions)
            {
                yield return InTwoPlaces(item, found);
            }

            // Two places with different statuses are reported already.
            if (item.Contradictions.All(found => found.Field != FieldCatalog.Status))
            {
                var signs = BetweenSigns(item, completed) ?? UnderPriority(item, completed);
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
            $"{found.Field.Words} is {Quote.Of(found.OtherText)} here and {Quote.Of(found.Text)} on line {found.Span.Line}; "
                + "it is the same improvement, so make them agree",
            item
        );

    private static Violation? BetweenSigns(Improvement item, Section? completed)
    {
        var signs = item.StatusSigns;
        for (var one = 0; one < signs.Length; one++)
        {
            for (var other = one + 1; other < signs.Length; other++)
            {
                if (Counts(signs[one]) && Counts(signs[other]) && Disagree(signs[one], signs[other]))
                {
                    var place = signs[other].Source is StatusSource.Section ? signs[one] : signs[other];
                    return new(
                        place.Span,
                        $"{Describe(signs[one])}, but {Describe(signs[other])}; make them agree",
                        item
                    );
                }
            }
        }

        return null;

        // The title of a backlog without a section for completed improvements says only what the list is for.
        bool Counts(StatusSign sign) =>
            sign.Source is not StatusSource.Assumed
            && !(sign is { Source: StatusSource.Section, IsWeak: true } && completed is null);
    }

    /// <summary>Whether one is closed and the other open. An empty box fits every status except completed.</summary>
    private static bool Disagree(StatusSign one, StatusSign other) =>
        IsClosed(one) != IsClosed(other)
        && !(one.IsWeak && other.Status is Status.Rejected)
        && !(other.IsWeak && one.Status is Status.Rejected);

    // Teams without a section for completed improvements tick them in place.
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
                $"{Describe(sign)}, but the section {Quote.Of(section.Title)} is for open improvements; "
                    + $"move it to {Quote.Of(completed.Title)} on line {completed.Span.Line}",
                item
            )
            : null;

    private static bool IsClosed(StatusSign sign) => sign.Status is Status.Done or Status.Rejected;

    private static string Describe(StatusSign sign)
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
