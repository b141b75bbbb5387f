using System.Buffers;

namespace KaizenGate.Core.Snapshots;

/// <summary>The status of an open issue by its labels: <c>in progress</c>, <c>status: blocked</c>, <c>status::doing</c>, <c>wip</c>.</summary>
internal static class IssueStatus
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(":/=");
    private static readonly string[] Prefixes = ["status", "state", "workflow", "stage"];
    private static readonly string[] Resolutions = ["resolution"];
    private static readonly string[] Started =
    [
        "in progress",
        "inprogress",
        "doing",
        "wip",
        "started",
        "active",
        "in review",
    ];
    private static readonly string[] Waiting =
    [
        "deferred",
        "blocked",
        "on hold",
        "onhold",
        "postponed",
        "someday",
        "later",
        "parked",
    ];

    private static readonly string[] Refused =
    [
        "wontfix",
        "wont fix",
        "won't fix",
        "wontdo",
        "wont do",
        "won't do",
        "not planned",
        "duplicate",
        "invalid",
        "rejected",
        "declined",
    ];

    /// <summary>The label that says that a closed issue was not done; null for none.</summary>
    public static string? Refusal(ImmutableArray<string> labels)
    {
        foreach (var label in labels)
        {
            if (Has(Refused, WordOf(label)))
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>In progress, deferred, or else to do; of two labels the one that holds it up counts.</summary>
    public static Status Of(TrackerIssue issue)
    {
        var found = Status.ToDo;
        foreach (var label in issue.Labels)
        {
            var status = OfLabel(label);
            found =
                status is Status.Deferred || found is Status.Deferred ? Status.Deferred
                : status is Status.InProgress ? status.Value
                : found;
        }

        return found;
    }

    /// <summary>When it was first labelled as in progress; null when it never was.</summary>
    public static DateTimeOffset? StartOf(TrackerIssue issue)
    {
        foreach (var one in issue.Events)
        {
            if (one is { Kind: IssueEventKind.Labeled, Text: { } label } && OfLabel(label) is Status.InProgress)
            {
                return one.At;
            }
        }

        return null;
    }

    /// <summary>The status that a label names; null for none.</summary>
    public static Status? OfLabel(string label)
    {
        var word = WordOf(label);
        return Has(Started, word) ? Status.InProgress
            : Has(Waiting, word) ? Status.Deferred
            : null;
    }

    /// <summary>The label without <c>status:</c>; empty when it is about something else.</summary>
    private static ReadOnlySpan<char> WordOf(string label)
    {
        var mark = label.IndexOfAny(Separators);
        return mark > 0 && !Has(Prefixes, label.AsSpan(0, mark)) && !Has(Resolutions, label.AsSpan(0, mark))
            ? []
            : label.AsSpan(mark + 1).Trim(" :/=");
    }

    private static bool Has(string[] words, ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[24];
        text = text.Trim();
        if (text.Length > plain.Length)
        {
            return false;
        }

        text.CopyTo(plain);
        plain = plain[..text.Length];
        plain.Replace('-', ' ');
        plain.Replace('_', ' ');
        foreach (var word in words)
        {
            if (word.AsSpan().Equals(plain, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
