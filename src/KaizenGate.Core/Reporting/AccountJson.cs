namespace KaizenGate.Core.Reporting;

/// <summary>How much of a backlog was read.</summary>
internal sealed class AccountJson : JsonView<ReadingAccount>
{
    public int Read => Source.Read;
    public int Unread => Source.UnreadCount;
    public IEnumerable<UnreadJson> Reasons => Source.Unread.Select(parts => new UnreadJson { Source = parts });
}

internal sealed class UnreadJson : JsonView<UnreadParts>
{
    public string Reason => Source.Reason;
    public int Count => Source.Lines.Length;
    public int Line => Source.Span.Line;
    public string Setting => Source.Setting;
}
