using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class HistoryProgressTests : IDisposable
{
    private readonly Clock clock = new();
    private readonly StringWriter terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void A_short_walk_shows_nothing()
    {
        using (var progress = new HistoryProgress(terminal, clock))
        {
            clock.Pass(499);
            progress.Show(100, 200);
        }

        Assert.Empty(terminal.ToString());
    }

    [Fact]
    public void A_long_walk_rewrites_one_line_and_clears_it()
    {
        using (var progress = new HistoryProgress(terminal, clock))
        {
            clock.Pass(500);
            progress.Show(1200, 5000);
            clock.Pass(99);
            progress.Show(1300, 5000);
            clock.Pass(1);
            progress.Show(1400, null);
        }

        const string First = "\rreading history: 1,200 of ~5,000 revisions";
        const string Last = "\rreading history: 1,400 revisions          ";
        var cleared = $"\r{new string(' ', "reading history: 1,400 revisions".Length)}\r";
        Assert.Equal(First + Last + cleared, terminal.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        private long milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => milliseconds;

        public void Pass(int more) => milliseconds += more;
    }
}
