using System.Globalization;

namespace KaizenGate.Reporting;

/// <summary>
/// One line on a terminal that tells how far a long walk through the history is. A short walk shows nothing, and the line
/// is gone at the end.
/// </summary>
/// <param name="terminal">Where the line is written and rewritten.</param>
/// <param name="time">The clock.</param>
internal sealed class HistoryProgress(TextWriter terminal, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private readonly long start = time.GetTimestamp();
    private long shown;
    private int width;

    /// <summary>Says how far it is, if it is time to.</summary>
    /// <param name="read">Revisions read.</param>
    /// <param name="all">How many there are; null while that is not known.</param>
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

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (width > 0)
        {
            Rewrite("");
            Put("\r");
            width = 0;
        }
    }

    // Blanks cover what was longer before: not every terminal knows a sequence for that.
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
            // Nobody watches any more; the work is no worse for it.
        }
    }

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
