using KaizenGate.Core.Agents;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>What the sessions of agents recorded, in words.</summary>
internal static class SessionWords
{
    /// <summary>The others are only counted.</summary>
    private const int MaxReasons = 3;

    private const int LongestReason = 80;

    public const string Title = "Sessions of agents";

    /// <summary>The figures: the label and the value.</summary>
    public static IEnumerable<(string Label, string Value)> Lines(SessionFigures sessions)
    {
        yield return ("sessions", $"{sessions.Sessions} in this clone");
        yield return ("asked", $"{sessions.Asked}");
        yield return ("answered", sessions.Asked == 0 ? "–" : $"{sessions.Answered} of {sessions.Asked}");
        yield return (
            "recorded",
            $"{sessions.Delta.Captured} captured, {sessions.Delta.Seen} seen again, {sessions.Delta.Completed} completed"
        );
        if (!sessions.Reasons.IsEmpty)
        {
            var more = sessions.Reasons.Length > MaxReasons ? $" and {sessions.Reasons.Length - MaxReasons} more" : "";
            var reasons = sessions
                .Reasons.Reverse()
                .Take(MaxReasons)
                .Select(reason => $"\"{VisibleText.Cut(reason, LongestReason)}\"");
            yield return ("nothing to capture", $"{sessions.Reasons.Length}: {string.Join(", ", reasons)}{more}");
        }

        if (sessions.Failed > 0)
        {
            yield return (
                "failed",
                $"{Wording.Count(sessions.Failed, "call")}, after which the session went on; `dotnet kaizen agent log` says why"
            );
        }
    }
}
