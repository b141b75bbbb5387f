using System.Buffers.Text;
using System.Text;

namespace KaizenGate.Core.Transcripts;

/// <summary>Classifies the text of a result. Only its start and its end are looked at, as written in JSON; nothing of it is kept.</summary>
internal static class FailureText
{
    private const int HeadBytes = 2048;
    private const int TailBytes = 512;

    /// <summary>What a host says about its own tools is at the start; further in, it is the output of a command.</summary>
    private const int RemarkBytes = 400;

    private const int CommandNotFoundCode = 127;
    private const int TimeoutCode = 124;

    private static readonly (FailureKind Kind, byte[][] Phrases)[] Remarks =
    [
        (
            FailureKind.Refused,
            Phrases(
                "doesn't want to proceed",
                "doesn\\u0027t want to proceed",
                "doesn\\u2019t want to proceed",
                "tool use was rejected",
                "rejected by user",
                "permission to use ",
                "requested permissions to",
                "blocked by hook",
                "hook error"
            )
        ),
        (
            FailureKind.Interrupted,
            Phrases("request interrupted", "interrupted by user", "aborted by user", "sibling tool call", "cancelled: ")
        ),
        (FailureKind.FileNotRead, Phrases("not been read", "modified since read", "unexpectedly modified")),
        (
            FailureKind.TextNotFound,
            Phrases(
                "to replace not found",
                "not found in file",
                "matches of the string",
                "failed to find expected lines",
                "failed to find context"
            )
        ),
        (FailureKind.TimedOut, Phrases("timed out", "error: timeout")),
    ];

    private static readonly (FailureKind Kind, byte[][] Phrases)[] Outputs =
    [
        (FailureKind.CommandNotFound, Phrases("command not found", "is not recognized as")),
        (FailureKind.AccessDenied, Phrases("permission denied", "access is denied")),
        (FailureKind.NoSuchFile, Phrases("no such file", "does not exist", "enoent")),
    ];

    /// <summary>At the start of a text.</summary>
    private static readonly byte[][] ExitCodes = Phrases("exit code", "exited with code");

    /// <summary>At the end of JSON within a text.</summary>
    private static ReadOnlySpan<byte> ExitCodeMember => "exit_code\\\":"u8;

    /// <summary>Returns the kind of a failure.</summary>
    /// <param name="text">UTF-8, as written in JSON.</param>
    /// <param name="exitCode">That of a command; null when unknown.</param>
    public static FailureKind KindOf(ReadOnlySpan<byte> text, int? exitCode = null)
    {
        Span<byte> buffer = stackalloc byte[HeadBytes + TailBytes];
        var lower = Lower(text, buffer, out var headLength);
        var head = lower[..Math.Min(RemarkBytes, headLength)];
        var tail = lower[Math.Max(headLength, lower.Length - RemarkBytes)..];
        foreach (var (kind, phrases) in Remarks)
        {
            if (Contains(head, phrases) || (kind == FailureKind.TimedOut && Contains(tail, phrases)))
            {
                return kind;
            }
        }

        switch (exitCode ?? ExitCodeIn(lower, head))
        {
            case CommandNotFoundCode:
                return FailureKind.CommandNotFound;
            case TimeoutCode:
                return FailureKind.TimedOut;
            default:
                break;
        }

        foreach (var (kind, phrases) in Outputs)
        {
            if (Contains(lower, phrases))
            {
                return kind;
            }
        }

        return FailureKind.Other;
    }

    /// <summary>Returns the exit code that a text states, also in JSON within it; null when it states none.</summary>
    /// <param name="text">UTF-8, as written in JSON.</param>
    public static int? ExitCodeOf(ReadOnlySpan<byte> text)
    {
        Span<byte> buffer = stackalloc byte[HeadBytes + TailBytes];
        var lower = Lower(text, buffer, out var headLength);
        return ExitCodeIn(lower, lower[..Math.Min(RemarkBytes, headLength)]);
    }

    /// <summary>Whether a text without an exit code says that the call did not run.</summary>
    public static bool IsRefusal(ReadOnlySpan<byte> text) =>
        KindOf(text[..Math.Min(text.Length, RemarkBytes)], exitCode: 1)
            is FailureKind.Refused
                or FailureKind.Interrupted
                or FailureKind.TextNotFound;

    private static int? ExitCodeIn(ReadOnlySpan<byte> lower, ReadOnlySpan<byte> head)
    {
        var member = lower.LastIndexOf(ExitCodeMember);
        if (member >= 0)
        {
            return NumberAt(lower[(member + ExitCodeMember.Length)..]);
        }

        // The first one is that of the host; others can be in the output.
        var (first, end) = (int.MaxValue, 0);
        foreach (var phrase in ExitCodes)
        {
            if (head.IndexOf(phrase) is >= 0 and var at && at < first)
            {
                (first, end) = (at, at + phrase.Length);
            }
        }

        return first < int.MaxValue ? NumberAt(head[end..]) : null;
    }

    private static int? NumberAt(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text.TrimStart(": "u8), out int number, out _) ? number : null;

    /// <summary>Copies the head and the tail of a text in lower case.</summary>
    private static Span<byte> Lower(ReadOnlySpan<byte> text, Span<byte> into, out int headLength)
    {
        headLength = Math.Min(text.Length, HeadBytes);
        var tailLength = Math.Min(text.Length - headLength, TailBytes);
        text[..headLength].CopyTo(into);
        text[^tailLength..].CopyTo(into[headLength..]);
        var lower = into[..(headLength + tailLength)];
        foreach (ref var letter in lower)
        {
            if (letter is >= (byte)'A' and <= (byte)'Z')
            {
                letter |= 0x20;
            }
        }

        return lower;
    }

    private static bool Contains(ReadOnlySpan<byte> text, byte[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.IndexOf(phrase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][] Phrases(params string[] phrases) => [.. phrases.Select(Encoding.UTF8.GetBytes)];
}
