namespace KaizenGate.Core.Reading;

/// <summary>
/// Decides the status of an improvement. Its own word overrides the marks in its title, which override its check box, which overrides
/// its section. An empty box and the word "open" only mean "not closed", so that an open section can be more specific.
/// </summary>
internal static class StatusReader
{
    public static (Status Status, ImmutableArray<StatusSign> Signs) Decide(
        Draft draft,
        StatusSign? field,
        StatusVocabulary statuses,
        IPlaces places,
        Problems problems
    )
    {
        var box = Box(draft, statuses, places, problems);
        var section = SectionSign(draft.Context);
        var title = Title(draft, places, box, [field, box, section]);
        ReadOnlySpan<StatusSign?> all = [field, title, box, section];
        var builder = ImmutableArray.CreateBuilder<StatusSign>(all.Length - all.Count((StatusSign?)null));
        foreach (var sign in all)
        {
            if (sign is not null)
            {
                builder.Add(sign);
            }
        }

        var signs = builder.MoveToImmutable();
        return (Decide(signs), signs);
    }

    /// <summary>Returns the status that signs, strongest first, result in.</summary>
    public static Status Decide(ImmutableArray<StatusSign> signs)
    {
        var strongest = signs.FirstOrDefault(sign => !sign.IsWeak);
        var weakest = signs.FirstOrDefault(sign => sign is { IsWeak: true, Source: not StatusSource.Section });
        if (weakest is null)
        {
            return strongest?.Status ?? signs.FirstOrDefault()?.Status ?? Status.ToDo;
        }

        // The next sign refines a weak one, unless it contradicts it.
        var isBefore = strongest is null || signs.IndexOf(weakest) < signs.IndexOf(strongest);
        return !isBefore ? strongest!.Status
            : strongest is null ? weakest.Status
            : weakest.Status == Status.Done || strongest.Status == Status.Done ? weakest.Status
            : strongest.Status;
    }

    private static StatusSign? Box(Draft draft, StatusVocabulary statuses, IPlaces places, Problems problems)
    {
        if (draft.Box is null)
        {
            return null;
        }

        var span = places.Span(draft.BoxExtent);
        if (statuses.OfBox(draft.Box) is { } status)
        {
            return new StatusSign(StatusSource.Box, status, $"[{draft.Box}]", span, IsWeak: status is Status.ToDo);
        }

        problems.Add(
            span,
            $"the box [{draft.Box}] has no meaning; use [ ] to do, [/] in progress, [x] done, [>] deferred or [-] rejected"
        );
        return new StatusSign(StatusSource.Box, Status.ToDo, $"[{draft.Box}]", span, IsWeak: true);
    }

    /// <summary>Returns the status that the title shows. A remark in words does not override a set box.</summary>
    private static StatusSign? Title(Draft draft, IPlaces places, StatusSign? box, ReadOnlySpan<StatusSign?> others)
    {
        var title = draft.Title;
        var span = places.Span(title.Extent);
        if (title.Remark is { } remark && !(remark.HasReason && box is { IsWeak: false }))
        {
            return new StatusSign(StatusSource.Title, remark.Status, remark.Text, places.Span(remark.Extent));
        }

        if (title.IsStruck)
        {
            return title.BeginsWithDoneSign ? new StatusSign(StatusSource.Title, Status.Done, "✅", span)
                : IsDone(others) ? null
                : new StatusSign(StatusSource.Title, Status.Rejected, "~~", span);
        }

        // Next to a box the sign is decoration: people tick the box.
        return title.BeginsWithDoneSign && draft.Box is null
            ? new StatusSign(StatusSource.Title, Status.Done, "✅", span, IsWeak: true)
            : null;
    }

    private static bool IsDone(ReadOnlySpan<StatusSign?> signs)
    {
        foreach (var sign in signs)
        {
            if (sign?.Status is Status.Done)
            {
                return true;
            }
        }

        return false;
    }

    private static StatusSign? SectionSign(InheritedContext context) =>
        context.StatusFrom is { Status: { } status } section
            ? new StatusSign(StatusSource.Section, status, section.Title, section.Span, IsWeak: status is Status.ToDo)
            : null;
}
