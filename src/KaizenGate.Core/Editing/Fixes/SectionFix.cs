using KaizenGate.Core.Rules.Prioritize;

namespace KaizenGate.Core.Editing.Fixes;

/// <summary>KZ204: moves an improvement to the section of its priority.</summary>
internal static class SectionFix
{
    public static Fix Fix { get; } =
        new(
            WrongSection.Rule,
            task =>
                task.OneByOne(
                    (document, item) => SectionMove.Move(document, item, Destination.Of(item, task.Settings.Scoring))
                )
        );
}
