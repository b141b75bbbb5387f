namespace KaizenGate.Checking;

/// <summary>The figures of a backlog or of several.</summary>
public sealed record Figures
{
    public static Figures None { get; } = new();

    /// <summary>Neither done nor rejected, deferred ones included.</summary>
    public int Open { get; init; }

    /// <summary>Open and not deferred.</summary>
    public int Active { get; init; }
    public int InProgress { get; init; }
    public int Done { get; init; }
    public int Deferred { get; init; }
    public int Rejected { get; init; }

    /// <summary>
    /// All ever identified, rejected ones left out, deferred ones left in: with a history those that the file dropped or pruned too,
    /// else those of the file and its archive.
    /// </summary>
    public int Identified { get; init; }

    /// <summary>All ever completed and not reopened: with a history those that the file pruned too, else those of the file and its archive.</summary>
    public int Executed { get; init; }

    /// <summary>Executed ÷ identified, 0 to 1; null when nothing was identified.</summary>
    public double? ExecutionRate { get; init; }

    /// <summary>The weeks of the window that are known, at most all of it; null when nothing is known of the past.</summary>
    public double? KnownWeeks { get; init; }

    /// <summary>Captured in the window, a week; null when that is not known.</summary>
    public double? ArrivalsPerWeek { get; init; }

    /// <summary>Completed, rejected and dropped in the window, a week; null when that is not known.</summary>
    public double? DeparturesPerWeek { get; init; }

    /// <summary>Weeks until the open ones are gone at the rate of the window; null when fewer than 4 weeks are known or nothing leaves.</summary>
    public double? DrainWeeks { get; init; }

    /// <summary>Days from the start of an improvement to its completion.</summary>
    public Days CycleDays { get; init; } = Days.None;

    /// <summary>Age in days of the open improvements.</summary>
    public Days OpenDays { get; init; } = Days.None;
}
