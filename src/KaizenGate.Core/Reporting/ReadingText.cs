using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>The annotated outline of backlogs as text: a line per part, what is unread and why, and how much was read.</summary>
/// <param name="isExplained">Whether to give the reason of each part, and the setting for each reason.</param>
/// <param name="width">The maximum columns of a part; null for no limit.</param>
/// <param name="color">Whether to use colours.</param>
internal sealed class ReadingText(bool isExplained, int? width, bool color)
{
    private const int ShortestText = 20;

    /// <summary>Of each reason, the first lines are listed.</summary>
    private const int MaxLines = 5;

    public void Write(ReadingReport report, Stream stream)
    {
        using var writer = ReportStream.Text(stream, color);
        var page = new TextPage(writer, color);
        foreach (var backlog in report.Backlogs)
        {
            page.Line(page.Bold(LogText.Path(backlog.Backlog.File.Path)));
            WriteParts([.. backlog.Parts], page);
            page.EndBlock();
            WriteUnread(backlog.Backlog.Account, page);
            page.EndBlock();
            if (report.Backlogs.Length > 1)
            {
                page.Line(Summary(backlog.Backlog));
                page.EndBlock();
            }
        }

        page.Line(Summary([.. report.Backlogs.Select(backlog => backlog.Backlog)]));
    }

    private static string Summary(params ImmutableArray<Backlog> backlogs) =>
        AccountText.Summary(
            backlogs.Sum(backlog => backlog.Account.Read),
            backlogs.Sum(backlog => backlog.Account.UnreadCount)
        );

    private void WriteParts(ImmutableArray<AnnotatedPart> parts, TextPage page)
    {
        var numberWidth = parts.Select(one => $"{one.Part.Span.Line}".Length).DefaultIfEmpty().Max();
        var wordWidth = parts.Select(one => Words(one).Length).DefaultIfEmpty().Max();
        var indent = numberWidth + wordWidth + 4;
        var room = width is { } columns ? Math.Max(ShortestText, columns - indent - 1) : int.MaxValue;
        foreach (var one in parts)
        {
            var number = $"{one.Part.Span.Line}".PadLeft(numberWidth);
            page.Line($"{number}  {Coloured(one, page, Words(one).PadRight(wordWidth))}  {Cut(one.Text, room)}");
            if (isExplained)
            {
                page.Line($"{new string(' ', indent)}{page.Dim(Cut(one.Part.Reason, room))}");
            }
        }
    }

    private void WriteUnread(ReadingAccount account, TextPage page)
    {
        if (account.Unread.IsEmpty)
        {
            return;
        }

        page.Line(page.Bold("unread"));
        foreach (var unread in account.Unread)
        {
            page.Line($"  {LogText.Message(unread.Reason)}: {Places(unread.Lines)}");
            if (isExplained && unread.Setting.Length > 0)
            {
                page.Line($"    → add to `reading` in kaizen.json: {LogText.Of(unread.Setting)}");
            }
        }

        if (!isExplained)
        {
            page.Line("  → `dotnet kaizen read --explain` prints the settings that make them readable");
        }
    }

    /// <summary><c>line 4</c>, <c>lines 4, 7 and 9</c>, or <c>lines 4, 7, 9, 12, 15 and 82 more</c>.</summary>
    public static string Places(ImmutableArray<int> lines)
    {
        var named = lines.Take(MaxLines).Select(line => $"{line}");
        var more = lines.Length - MaxLines;
        var words = Wording.And([.. more > 0 ? named.Append($"{more} more") : named]);
        return $"{(lines.Length == 1 ? "line" : "lines")} {words}";
    }

    private static string Words(AnnotatedPart one) =>
        one switch
        {
            { Part.As: ReadAs.Improvement, Status: { } status } => $"improvement, {StatusText.Words(status)}",
            _ => one.Part.As.ToString().ToLowerInvariant(),
        };

    private static string Coloured(AnnotatedPart one, TextPage page, string words) =>
        one.Part.As switch
        {
            ReadAs.Improvement => page.Bold(words),
            ReadAs.Unread => page.Of(Severity.Warning, words),
            _ => page.Dim(words),
        };

    // Escaping makes a text longer, so it comes first.
    private static string Cut(string text, int room) => VisibleText.Cut(LogText.Message(text), room);
}
