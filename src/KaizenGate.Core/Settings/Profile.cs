using System.Collections.Immutable;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>A named set of severities that everything else is laid over.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Meaning">What it is for, in one sentence.</param>
/// <param name="Highest">No default severity goes above this one.</param>
/// <param name="Errors">The ids of the rules that are errors in it. Those that this version does not have are left out.</param>
internal sealed record Profile(string Name, string Meaning, Severity Highest, ImmutableArray<string> Errors)
{
    public static ImmutableArray<Profile> All { get; } =
    [
        new("recommended", "The defaults of the rules.", Severity.Error, []),
        new(
            "strict",
            "Warnings about stalled work and about high or medium improvements without enough detail become errors.",
            Severity.Error,
            ["KZ103", "KZ104", "KZ306", "KZ307", "KZ501"]
        ),
        new("advisory", "All errors become warnings, so the gate never fails.", Severity.Warning, []),
    ];

    internal static ChoiceType<Profile> Shape { get; } = new([.. All.Select(profile => (profile.Name, profile))]);

    /// <summary>The severity of a rule for which nothing is set.</summary>
    public Severity SeverityOf(KnownRule rule)
    {
        var severity = Errors.Contains(rule.Id) ? Severity.Error : rule.DefaultSeverity;
        return severity < Highest ? severity : Highest;
    }
}
