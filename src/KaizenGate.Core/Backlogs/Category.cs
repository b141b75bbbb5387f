namespace KaizenGate.Backlogs;

/// <summary>The five kinds of improvement.</summary>
public enum Category
{
    Performance,
    Quality,
    DeveloperExperience,
    TechnicalDebt,
    Feature,
}
