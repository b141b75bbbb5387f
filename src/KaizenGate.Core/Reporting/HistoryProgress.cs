using System.Globalization;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// A progress line on a terminal for a long walk through the history. A short walk shows nothing. The line is cleared
/// at the end.
/// </summary>
/// <param name="terminal">Receives the line.</param>
/// <param name="time">The clock.</param>
internal sealed class HistoryProgress(TextWriter terminal, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private readonly long start = time.GetTimestamp();
    private long shown;
    private int width;

    /// <summary>Updates the line at most every 0.1 s.</summary>
    /// <param name="read">Revisions read.</param>
    /// <param name="all">Number of all revisions; null while unknown.</param>
    public void Show(int read, int? all)
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(start, now) < Patience || (width > 0 && time.GetElapsedTime(shown, now) < Pause))
        {
            return;
        }

        var of = all is { } number ? $" of ~{Grouped(number)}" : "";
        Rewrite($"reading history: {Grouped(read)}{of} revisions");
        shown = now;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (width > 0)
        {
            Rewrite("");
            Put("\r");
            width = 0;
        }
    }

    // Spaces cover a longer previous line; not every terminal has an escape sequence for that.
    private void Rewrite(string line)
    {
        Put($"\r{line.PadRight(width)}");
        width = line.Length;
    }

    private void Put(string text)
    {
        try
        {
            terminal.Write(text);
            terminal.Flush();
        }
        catch (IOException)
        {
            // The terminal is gone; the walk goes on.
        }
    }

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
