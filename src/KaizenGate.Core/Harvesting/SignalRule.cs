using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>What is counted in a source, and from when it is worth a candidate.</summary>
internal sealed record SignalRule
{
    public required string Source { get; init; }

    /// <summary>The name in keys.</summary>
    public required string Name { get; init; }

    /// <summary>What an improvement of it improves.</summary>
    public required Category Category { get; init; }

    /// <summary>The fewest occurrences of a candidate.</summary>
    public int LeastCount { get; init; } = 3;

    /// <summary>The fewest sessions or days of a candidate.</summary>
    public int LeastSessions { get; init; } = 2;

    /// <summary>The fewest minutes per week of a candidate.</summary>
    public double LeastMinutes { get; init; }

    /// <inheritdoc cref="SignalKey.IsState"/>
    public bool IsState => Key("").IsState;

    /// <summary>What an occurrence is, in the plural: <c>failures</c>.</summary>
    public required string Events { get; init; }

    /// <summary>The title of an improvement, with <c>{0}</c> for the subject.</summary>
    public required string Title { get; init; }

    /// <summary>Signals of one cause have the same cause: the command that failed, the file.</summary>
    public string Family { get; init; } = "";

    public static SignalRule Repaired { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "repaired",
            Category = Category.DeveloperExperience,
            Events = "repairs",
            Title = "Make {0} pass without another command first",
            Family = "fails",
        };

    public static SignalRule TimesOut { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "timesOut",
            Category = Category.Performance,
            Events = "time-outs",
            Title = "Keep {0} within its time limit",
            Family = "waits",
        };

    public static SignalRule Fails { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "fails",
            Category = Category.DeveloperExperience,
            Events = "failures",
            Title = "Make {0} pass the first time",
            Family = "fails",
        };

    public static SignalRule Waits { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "waits",
            Category = Category.Performance,
            Events = "waits of over a minute",
            Title = "Speed up {0}",
            Family = "waits",
            LeastMinutes = 10,
        };

    public static SignalRule Refused { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "refused",
            Category = Category.DeveloperExperience,
            Events = "refusals",
            Title = "Decide in the settings whether agents may run {0}",
            Family = "refused",
        };

    public static SignalRule EditMisses { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "editMisses",
            Category = Category.TechnicalDebt,
            Events = "missed edits",
            Title = "Make {0} easier to edit",
            Family = "file",
            LeastCount = 6,
        };

    public static SignalRule Rereads { get; } =
        new()
        {
            Source = SignalSources.Sessions,
            Name = "rereads",
            Category = Category.DeveloperExperience,
            Events = "reads",
            Title = "Make it easier to find something in {0}",
            Family = "file",
        };

    public static SignalRule Reverted { get; } =
        new()
        {
            Source = SignalSources.Git,
            Name = "reverted",
            Category = Category.Quality,
            Events = "reverts within a week",
            Title = "Find faults in {0} before they are merged",
            Family = "file",
        };

    public static SignalRule FixedAgain { get; } =
        new()
        {
            Source = SignalSources.Git,
            Name = "fixedAgain",
            Category = Category.Quality,
            Events = "fixes after a fix",
            Title = "Find out why {0} needs fix after fix",
            Family = "file",
        };

    public static SignalRule Todo { get; } =
        new()
        {
            Source = SignalSources.Git,
            Name = "todo",
            Category = Category.TechnicalDebt,
            Events = "old comments such as TODO",
            Title = "Resolve the old TODO comments in {0}",
            Family = "todo",
            LeastSessions = 1,
        };

    public static SignalRule Flaky { get; } =
        new()
        {
            Source = SignalSources.Tests,
            Name = "flaky",
            Category = Category.Quality,
            Events = "failures between passes",
            Title = "Make the test {0} reliable",
            Family = "flaky",
        };

    public static SignalRule SlowTest { get; } =
        new()
        {
            Source = SignalSources.Tests,
            Name = "slow",
            Category = Category.Performance,
            Events = "runs over three times the median",
            Title = "Speed up the test {0}",
            Family = "slow",
        };

    public static SignalRule Warning { get; } =
        new()
        {
            Source = SignalSources.Warnings,
            Name = "rule",
            Category = Category.TechnicalDebt,
            Events = "warnings",
            Title = "Fix the warnings {0}",
            Family = "warning",
            LeastCount = 10,
            LeastSessions = 1,
        };

    public static SignalRule FlakyRun { get; } =
        new()
        {
            Source = SignalSources.Runs,
            Name = "flaky",
            Category = Category.Quality,
            Events = "runs that passed when repeated",
            Title = "Make the build {0} reliable",
            Family = "flaky",
        };

    /// <summary>All rules; of those with one cause, the ones that say most about it first.</summary>
    public static ImmutableArray<SignalRule> All { get; } =
    [
        Repaired,
        TimesOut,
        Fails,
        Waits,
        Refused,
        EditMisses,
        Rereads,
        Reverted,
        FixedAgain,
        Todo,
        Flaky,
        SlowTest,
        Warning,
        FlakyRun,
    ];

    /// <summary>The rule of a key; null when this version does not know it.</summary>
    public static SignalRule? Of(SignalKey key) =>
        All.FirstOrDefault(rule => rule.Source == key.Source && rule.Name == key.Rule);

    /// <summary>The key of a subject.</summary>
    public SignalKey Key(string subject) => SignalKey.Of(Source, Name, subject);
}
