namespace KaizenGate.Core.Rules.Measure;

/// <summary>Whether a completed improvement changed what its signal counts.</summary>
internal enum SignalOutcome
{
    TooLittleData,
    Improved,
    Unchanged,
}
