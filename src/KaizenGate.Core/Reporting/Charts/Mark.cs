namespace KaizenGate.Core.Reporting.Charts;

/// <summary>The shape of a point; colour alone must not carry a meaning.</summary>
internal enum Mark
{
    Dot,
    Ring,
    Diamond,
}
