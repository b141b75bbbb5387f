using System.Collections.Immutable;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Settings;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Fixes a backlog: a second time changes nothing, and no improvement is lost.</summary>
internal static class FixTarget
{
    public static int Run(byte[] input)
    {
        var document = Sample.Editable(input);
        var once = Fixed(document);
        var twice = Fixed(once);
        BrokenInvariantException.Unless(
            once.Text == twice.Text,
            $"a second fix changes more:\n{once.Text}\n--\n{twice.Text}"
        );
        BrokenInvariantException.Unless(
            document.Backlog.Improvements.Length == once.Backlog.Improvements.Length,
            $"a fix changes the number of improvements:\n{once.Text}"
        );
        return Sample.KindOf(once.Backlog);
    }

    private static Core.Editing.EditableBacklog Fixed(Core.Editing.EditableBacklog document) =>
        FixOutcome
            .Of(document, archive: null, GateSettings.Default, Sample.Today, ImmutableHashSet<string>.Empty)
            .After;
}
