using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Planning;

/// <summary>The time that a team sets aside for improvements.</summary>
/// <param name="People">The size of the team; at least 1.</param>
/// <param name="HoursPerWeek">Working hours per person and week.</param>
/// <param name="Weeks">The length of the period; may be a fraction.</param>
internal sealed record Capacity(int People, double HoursPerWeek, double Weeks = 1)
{
    /// <summary>The share of the working time that is set aside.</summary>
    public const double Share = 0.2;

    /// <summary>The hours given explicitly for the whole team; null to use the share.</summary>
    public double? Named { get; init; }

    /// <summary>The working hours of the whole team in the period.</summary>
    public double WorkingHours => HoursPerWeek * People * Weeks;

    /// <summary>The hours of the whole team for improvements.</summary>
    public double Hours => Named ?? (Share * WorkingHours);

    public static Capacity Of(GateSettings settings, double weeks = 1) =>
        new(settings.People, settings.HoursPerWeek, weeks);

    /// <summary>Returns the hours as a share of the working hours; may exceed 1.</summary>
    public double ShareOf(double hours) => hours / WorkingHours;
}
