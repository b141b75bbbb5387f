using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>How much of a backlog was read, in words. Reasons contain text of the backlog: escape the lines.</summary>
internal static class AccountText
{
    /// <summary><c>read 23 of 110 entries; 87 unread</c>, or <c>read 23 entries; nothing unread</c>.</summary>
    public static string Summary(int read, int unread) =>
        unread == 0
            ? $"read {Wording.Count(read, "entry", "entries")}; nothing unread"
            : $"read {read} of {Wording.Count(read + unread, "entry", "entries")}; {unread} unread";

    /// <summary>One line for each backlog with unread entries, with its most frequent reason.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="most">The maximum number of lines, at least 1; the last one counts the other backlogs.</param>
    public static IEnumerable<string> Lines(Verdict verdict, int most)
    {
        ImmutableArray<string> lines =
        [
            .. verdict.Backlogs.SelectMany(one => Line(one.Backlog, isNamed: verdict.Backlogs.Length > 1)),
        ];
        return lines.Length <= most
            ? lines
            : lines.Take(most).Append($"and {Wording.Count(lines.Length - most, "more backlog")} with unread entries");
    }

    private static IEnumerable<string> Line(Backlog backlog, bool isNamed)
    {
        var account = backlog.Account;
        return account.MostFrequent is { } unread
            ?
            [
                $"{(isNamed ? $"{backlog.File.Path}: " : "")}{Summary(account.Read, account.UnreadCount)}: {unread.Reason} "
                    + $"({unread.Lines.Length}) — dotnet kaizen read",
            ]
            : [];
    }
}
