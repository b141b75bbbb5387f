using KaizenGate.Settings.Schema;

namespace KaizenGate.Settings;

/// <summary>The words for severities.</summary>
internal static class Severities
{
    public static ChoiceShape<Severity> Shape { get; } =
        new(("off", Severity.Off), ("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error));

    public static ChoiceShape<FailOn> FailOnShape { get; } =
        new(("error", FailOn.Error), ("warning", FailOn.Warning), ("info", FailOn.Info), ("never", FailOn.Never));
}
