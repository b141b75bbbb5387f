namespace KaizenGate.Settings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}

/// <summary>The lowest severity that fails the gate.</summary>
public enum FailOn
{
    Error,
    Warning,
    Info,
    Never,
}
