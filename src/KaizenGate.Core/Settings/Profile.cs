using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>A named set of base severities, which all settings override.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Meaning">Its purpose, in one sentence.</param>
/// <param name="Highest">The highest default severity.</param>
/// <param name="Errors">The ids of the rules that are errors in it.</param>
internal sealed record Profile(string Name, string Meaning, Severity Highest, ImmutableArray<string> Errors)
{
    public static ImmutableArray<Profile> All { get; } =
    [
        new("recommended", "The defaults of the rules.", Severity.Error, []),
        new(
            "strict",
            "Warnings about stalled work and about high or medium improvements without enough detail become errors, and captures must not exceed what is closed.",
            Severity.Error,
            ["KZ103", "KZ104", "KZ306", "KZ307", "KZ315", "KZ501", "KZ909"]
        ),
        new("advisory", "All errors become warnings, so the gate never fails.", Severity.Warning, []),
    ];

    internal static TextualType<Profile> Type { get; } =
        JsonTypes.Choice([.. All.Select(profile => (profile.Name, profile))]);

    /// <summary>Returns the severity of a rule without one in the settings.</summary>
    public Severity SeverityOf(KnownRule rule)
    {
        var severity = Errors.Contains(rule.Id) ? Severity.Error : rule.DefaultSeverity;
        return severity < Highest ? severity : Highest;
    }
}
