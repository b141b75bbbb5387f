using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Integrity;

/// <summary>KZ909.</summary>
internal static class WeakenedGate
{
    /// <summary>The maximum number of differences in one message.</summary>
    private const int MostNamed = 5;

    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ909",
            Name = "weakened-gate",
            Stage = Stage.Integrity,
            DefaultSeverity = Severity.Warning,
            Summary = "The change weakens the gate: it makes settings laxer, accepts findings or suppresses them.",
            Rationale =
                "The change that is checked also contains the settings it is checked with. A rule that is off, a higher threshold or a "
                + "longer baseline may be the right decision, but it must be visible to whoever reviews the change.",
            Remedy =
                "Revert the difference, or have it reviewed as a decision of its own. In a pipeline, `--settings-from base` checks with "
                + "the settings before the change.",
            Guard = NotEnoughData.NeededChange,
            IsOfRun = true,
            // The gate compares the settings: they are not part of a backlog.
            Check = context => context.IsOfChange ? [] : [NotEnoughData.Change],
        };

    /// <param name="span">The place.</param>
    /// <param name="differences">In the third person: "turns KZ304 off (it was error)".</param>
    public static Violation Weakened(SourceSpan span, IReadOnlyList<string> differences)
    {
        var named =
            differences.Count > MostNamed
                ? [.. differences.Take(MostNamed), $"makes {differences.Count - MostNamed} more such differences"]
                : differences;
        return new(span, $"this change {Wording.And(named)}; revert that, or have it reviewed");
    }
}
