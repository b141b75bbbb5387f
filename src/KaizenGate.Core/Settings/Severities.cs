using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The words for severities.</summary>
internal static class Severities
{
    public static ChoiceType<Severity> Shape { get; } =
        new(("off", Severity.Off), ("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error));

    public static ChoiceType<FailOn> FailOnShape { get; } =
        new(("error", FailOn.Error), ("warning", FailOn.Warning), ("info", FailOn.Info), ("never", FailOn.Never));
}
