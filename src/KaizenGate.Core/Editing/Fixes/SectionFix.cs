using KaizenGate.Rules.Prioritize;

namespace KaizenGate.Editing.Fixes;

/// <summary>KZ204: moves an improvement to the section of its priority.</summary>
internal static class SectionFix
{
    public static Fix Fix { get; } =
        new(
            WrongSection.Rule,
            task =>
                task.OneByOne(
                    (manuscript, item) => ItemPlace.Move(manuscript, item, Destination.Of(item, task.Settings.Scoring))
                )
        );
}
