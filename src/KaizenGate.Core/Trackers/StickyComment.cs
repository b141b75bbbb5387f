namespace KaizenGate.Core.Trackers;

/// <summary>A comment of this program on an issue: one for each topic, edited in place, found by a hidden mark in HTML.</summary>
internal static class StickyComment
{
    /// <summary>Returns the text with its mark.</summary>
    public static string Of(string topic, string text) => $"{Mark(topic)}\n{text}";

    /// <summary>Whether a comment is the one about a topic.</summary>
    public static bool Is(string topic, string? text) =>
        text?.StartsWith(Mark(topic), StringComparison.Ordinal) == true;

    private static string Mark(string topic) => $"<!-- kaizen:{topic} -->";
}
