using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Checking;

/// <summary>Holds backlogs against the rules.</summary>
public static class Gate
{
    /// <summary>Judges backlogs; none at all is a finding of its own.</summary>
    /// <param name="backlogs">The backlogs, each with its archive.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="asOf">Today, for the rules.</param>
    /// <param name="toolVersion">The version to name in the reports.</param>
    public static Verdict Judge(
        ImmutableArray<Backlog> backlogs,
        GateSettings settings,
        DateOnly asOf,
        string toolVersion
    ) => throw new NotSupportedException();
}
