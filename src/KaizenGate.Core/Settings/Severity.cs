namespace KaizenGate.Core.Settings;

internal enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}
