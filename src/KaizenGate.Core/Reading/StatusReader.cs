using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Reading;

/// <summary>
/// Decides the status of an improvement from all that speaks of it: its own word beats the marks of its title, those beat
/// its box, that beats its section. An empty box and the word "open" only say "not closed", and let an open section say more.
/// </summary>
internal static class StatusReader
{
    public static (Status Status, ImmutableArray<StatusSign> Signs) Decide(
        Draft draft,
        StatusSign? field,
        LineMap lines,
        Problems problems
    )
    {
        var box = Box(draft, lines, problems);
        var section = SectionSign(draft.Surroundings);
        var title = Title(draft, lines, [field, box, section]);
        ImmutableArray<StatusSign> signs = [.. new[] { field, title, box, section }.OfType<StatusSign>()];
        return (Decide(signs), signs);
    }

    /// <summary>The status that signs, strongest first, amount to.</summary>
    public static Status Decide(ImmutableArray<StatusSign> signs)
    {
        var strongest = signs.FirstOrDefault(sign => !sign.IsWeak);
        var weakest = signs.FirstOrDefault(sign => sign is { IsWeak: true, Source: not StatusSource.Section });
        if (weakest is null)
        {
            return strongest?.Status ?? signs.FirstOrDefault()?.Status ?? Status.ToDo;
        }

        // A weak sign is refined by what comes after it, unless that contradicts it.
        var isBefore = strongest is null || signs.IndexOf(weakest) < signs.IndexOf(strongest);
        return !isBefore ? strongest!.Status
            : strongest is null ? weakest.Status
            : weakest.Status == Status.Done || strongest.Status == Status.Done ? weakest.Status
            : strongest.Status;
    }

    private static StatusSign? Box(Draft draft, LineMap lines, Problems problems)
    {
        if (draft.Box is null)
        {
            return null;
        }

        var span = lines.Span(draft.BoxExtent);
        if (CheckBox.StatusOf(draft.Box) is { } status)
        {
            return new StatusSign(StatusSource.Box, status, $"[{draft.Box}]", span, IsWeak: status is Status.ToDo);
        }

        problems.Add(
            span,
            $"the box [{draft.Box}] has no meaning; use [ ] to do, [/] in progress, [x] done, [>] deferred or [-] rejected"
        );
        return new StatusSign(StatusSource.Box, Status.ToDo, $"[{draft.Box}]", span, IsWeak: true);
    }

    private static StatusSign? Title(Draft draft, LineMap lines, StatusSign?[] others)
    {
        var title = draft.Title;
        var span = lines.Span(title.Extent);
        if (title.IsMarkedDone)
        {
            return new StatusSign(StatusSource.Title, Status.Done, "✅", span);
        }

        if (title.IsStruck)
        {
            return title.BeginsWithDoneSign ? new StatusSign(StatusSource.Title, Status.Done, "✅", span)
                : Array.Exists(others, sign => sign?.Status is Status.Done) ? null
                : new StatusSign(StatusSource.Title, Status.Rejected, "~~", span);
        }

        return title.BeginsWithDoneSign
            ? new StatusSign(StatusSource.Title, Status.Done, "✅", span, IsWeak: true)
            : null;
    }

    private static StatusSign? SectionSign(InheritedContext around) =>
        around.StatusFrom is { Status: { } status } section
            ? new StatusSign(StatusSource.Section, status, section.Title, section.Span, IsWeak: status is Status.ToDo)
            : null;
}
