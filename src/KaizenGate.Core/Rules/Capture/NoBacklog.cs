using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Rules.Capture;

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
                "Without a backlog there is nothing to prioritize, complete or measure, and problems that are not written down come "
                + "back.",
            Remedy = "Run `dotnet kaizen adopt` to start with a list you have, or `dotnet kaizen init` for a new one.",
            // A check gets a backlog. Only the gate can see that there is none.
            Next = "adopt",
            Check = _ => [],
        };

    /// <summary>The file to create.</summary>
    public static SourceFile MissingFile { get; } = SourceFile.Named("IMPROVEMENTS.md");

    /// <summary>The finding of a run without a backlog.</summary>
    public static Violation Violation { get; } =
        new(
            SourceSpan.FileStart,
            "no backlog found; run `dotnet kaizen adopt` if there is a list, else `dotnet kaizen init`"
        );
}
