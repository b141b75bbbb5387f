namespace KaizenGate.Core.Backlogs;

/// <summary>The five kinds of improvement.</summary>
internal enum Category
{
    Performance,
    Quality,
    DeveloperExperience,
    TechnicalDebt,
    Feature,
}
