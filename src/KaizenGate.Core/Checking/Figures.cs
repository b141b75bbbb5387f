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

    /// <summary>All ever identified, rejected ones left out, deferred ones left in; the archive counts.</summary>
    public int Identified { get; init; }

    /// <summary>All ever completed; the archive counts.</summary>
    public int Executed { get; init; }

    /// <summary>Executed ÷ identified, 0 to 1; null when nothing was identified.</summary>
    public double? ExecutionRate { get; init; }

    /// <summary>Weeks until the open ones are gone at the rate of the window; null when fewer than 4 weeks are known or nothing leaves.</summary>
    public double? DrainWeeks { get; init; }
}
