namespace KaizenGate.Core.Settings;

internal enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}

/// <summary>The lowest severity that fails the gate.</summary>
internal enum FailOn
{
    Error,
    Warning,
    Info,
    Never,
}
