namespace KaizenGate.Core.Backlogs;

/// <summary>The three priorities; by the default formula a score of at least 70 is high, of at least 40 medium.</summary>
internal enum Priority
{
    Low,
    Medium,
    High,
}
