using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Whether the past of a backlog comes from git.</summary>
internal enum HistoryUse
{
    /// <summary>Where there is a repository; else the dates in the file tell what they can.</summary>
    Auto,

    /// <summary>Required: without it the run ends with an error.</summary>
    Required,

    /// <summary>Never: the dates in the file tell what they can.</summary>
    Off,
}

/// <summary>The words for <see cref="HistoryUse"/>.</summary>
internal static class HistoryUses
{
    public static ChoiceType<HistoryUse> Shape { get; } =
        new(("auto", HistoryUse.Auto), ("required", HistoryUse.Required), ("off", HistoryUse.Off));
}
