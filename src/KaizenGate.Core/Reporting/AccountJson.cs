namespace KaizenGate.Core.Reporting;

/// <summary>How much of a backlog was read.</summary>
internal static class AccountJson
{
    private static readonly JsonContract<UnreadParts> Reason = new()
    {
        { "reason", parts => parts.Reason },
        { "count", parts => parts.Lines.Length },
        { "line", parts => parts.Span.Line },
        { "setting", parts => parts.Setting },
    };

    public static JsonContract<ReadingAccount> Contract { get; } =
        new()
        {
            { "read", account => account.Read },
            { "unread", account => account.UnreadCount },
            { "reasons", account => account.Unread, Reason },
        };
}
