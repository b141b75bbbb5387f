using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Rules.Capture;

/// <summary>KZ101.</summary>
internal static class NoBacklog
{
    public static Rule Rule { get; } =
        new()
        {
            Id = "KZ101",
            Name = "no-backlog",
            Stage = Stage.Capture,
            DefaultSeverity = Severity.Error,
            Summary = "No backlog was found.",
            Rationale =
                "A team that writes no problem down meets the same ones again. "
                + "Without a backlog nothing can be prioritized, executed or measured, so the gate has nothing to hold open.",
            Remedy =
                "Create IMPROVEMENTS.md in the root of the repository with the first improvement, "
                + "or name the file you have under `backlogs` in kaizen.json.",
            // A check gets a backlog. That there is none at all only the gate can see.
            Check = _ => [],
        };

    /// <summary>The file that should be there.</summary>
    public static SourceFile MissingFile { get; } = SourceFile.Named("IMPROVEMENTS.md");

    /// <summary>What is wrong when there is no backlog.</summary>
    public static Violation Violation { get; } =
        new(
            SourceSpan.FileStart,
            "there are 0 backlogs; at least 1 is needed, IMPROVEMENTS.md or a file that `backlogs` in kaizen.json names"
        );
}
