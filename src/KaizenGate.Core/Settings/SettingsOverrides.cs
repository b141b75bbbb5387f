using System.Collections.Immutable;

namespace KaizenGate.Core.Settings;

/// <summary>What the command line sets, as it was typed; null or empty where it says nothing.</summary>
internal sealed record SettingsOverrides
{
    public static SettingsOverrides None { get; } = new();

    /// <summary>The value of <c>--config</c>: the settings file, relative to the working folder.</summary>
    public string? Config { get; init; }

    /// <summary>The value of <c>--profile</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>The value of <c>--fail-on</c>.</summary>
    public string? FailOn { get; init; }

    /// <summary>What <c>--no-history</c> and <c>--require-history</c> say.</summary>
    public HistoryUse? History { get; init; }

    /// <summary>The values of <c>--rule</c>: <c>KZ201=warning</c>.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}
