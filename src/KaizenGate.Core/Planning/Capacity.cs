using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Planning;

/// <summary>The time that a team sets aside for improvements.</summary>
/// <param name="People">How many people's time counts; at least 1.</param>
/// <param name="HoursPerWeek">Working hours of one person a week.</param>
/// <param name="Weeks">How many weeks; parts of a week count.</param>
internal sealed record Capacity(int People, double HoursPerWeek, double Weeks = 1)
{
    /// <summary>The share of the working time that is set aside.</summary>
    public const double Share = 0.2;

    /// <summary>Hours of all people together that somebody named in place of the share; null when nobody did.</summary>
    public double? Named { get; init; }

    /// <summary>All working hours of these people in these weeks.</summary>
    public double WorkingHours => HoursPerWeek * People * Weeks;

    /// <summary>The hours for improvements, of all people together: those that were named, else the share of the working hours.</summary>
    public double Hours => Named ?? (Share * WorkingHours);

    /// <summary>The capacity under some settings.</summary>
    /// <param name="settings">The settings; people and hours a week come from there.</param>
    /// <param name="weeks">How many weeks; parts of a week count.</param>
    public static Capacity Of(GateSettings settings, double weeks = 1) =>
        new(settings.People, settings.HoursPerWeek, weeks);

    /// <summary>What some hours are of the working hours, 0 to 1 and beyond.</summary>
    public double ShareOf(double hours) => hours / WorkingHours;
}
