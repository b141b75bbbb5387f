using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Editing.Fixes;

/// <summary>Fixes texts.</summary>
internal static class Fixed
{
    /// <summary>A text after the fixes of some rules, all when none are named. The test fails when something is left.</summary>
    public static string Text(string text, params string[] rules)
    {
        var outcome = Of(text, rules);
        Assert.Empty(outcome.Left.Select(finding => $"{finding.Span.Line}: {finding.Rule.Id} {finding.Message}"));
        return outcome.After.Text;
    }

    public static FixOutcome Of(string text, params string[] rules) =>
        FixOutcome.Of(
            EditableBacklog.Read(SourceFile.Named("IMPROVEMENTS.md"), text, ReadingOptions.Default),
            null,
            GateSettings.Default,
            Sample.AsOf,
            rules.ToHashSet()
        );
}
