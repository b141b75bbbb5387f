using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;

namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Backlogs that were not checked because the change does not touch them.</summary>
internal static class UntouchedText
{
    /// <summary>The others are only counted.</summary>
    private const int MostNames = 5;

    /// <summary>Whether the change touches no backlog.</summary>
    public static bool IsAll(Verdict verdict) => verdict.Backlogs.IsEmpty && !verdict.Untouched.IsEmpty;

    /// <summary><c>2 backlogs not in this change: a.md, b.md</c>; empty if there are none.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="escape">Escapes a path.</param>
    public static string Of(Verdict verdict, Func<string, string> escape)
    {
        var count = verdict.Untouched.Length;
        if (count == 0)
        {
            return "";
        }

        var names = string.Join(", ", verdict.Untouched.Take(MostNames).Select(file => escape(file.Path)));
        var more = count > MostNames ? $" and {count - MostNames} more" : "";
        return $"{Wording.Count(count, "backlog")} not in this change: {names}{more}";
    }
}
