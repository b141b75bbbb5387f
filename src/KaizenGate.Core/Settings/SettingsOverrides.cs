namespace KaizenGate.Core.Settings;

/// <summary>The options of the command line as typed; null or empty when not given.</summary>
internal sealed record SettingsOverrides
{
    /// <summary>The value of <c>--config</c>: the settings file, relative to the working folder.</summary>
    public string? Config { get; init; }

    public string? Profile { get; init; }

    public string? FailOn { get; init; }

    /// <summary>Set by <c>--no-history</c> and <c>--require-history</c>.</summary>
    public HistoryUse? History { get; init; }

    /// <summary>The values of <c>--rule</c>: <c>KZ201=warning</c>.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}
