using System.Buffers.Text;

namespace KaizenGate.Core.Transcripts;

/// <summary>The duration that a result of Codex states.</summary>
internal static class StatedDuration
{
    private const int SearchedBytes = 1024;

    /// <summary>Longer than any call takes.</summary>
    private const double MostSeconds = 7 * 24 * 3600;

    /// <summary>Finds <c>Wall time: 1.5 seconds</c> near the start of a text, or <c>"duration_seconds":1.5</c> near its end.</summary>
    /// <param name="output">UTF-8, as written in JSON.</param>
    /// <returns>Null when it states none.</returns>
    public static TimeSpan? In(ReadOnlySpan<byte> output) =>
        After(output[..Math.Min(output.Length, SearchedBytes)], "Wall time: "u8)
        ?? After(output[Math.Max(0, output.Length - SearchedBytes)..], "duration_seconds\\\":"u8);

    /// <summary>Parses a number of seconds, or of milliseconds with <c>ms</c> after it.</summary>
    /// <returns>Null for anything else.</returns>
    public static TimeSpan? Of(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out double number, out var used)
            ? OfSeconds(text[used..].StartsWith("ms"u8) ? number / 1000 : number)
            : null;

    /// <summary>Returns null for a number that is not a duration.</summary>
    public static TimeSpan? OfSeconds(double? seconds) =>
        seconds is >= 0 and <= MostSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static TimeSpan? After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label) =>
        text.IndexOf(label) is >= 0 and var at ? Of(text[(at + label.Length)..].TrimStart(" "u8)) : null;
}
