using KaizenGate.Backlogs;
using KaizenGate.Checking;

namespace KaizenGate.Reporting;

/// <summary>The backlogs that were not judged, since the change leaves them alone.</summary>
internal static class UntouchedText
{
    /// <summary>More than these are counted.</summary>
    private const int MostNames = 5;

    /// <summary>Whether the change leaves all backlogs alone.</summary>
    public static bool IsAll(Verdict verdict) => verdict.Backlogs.IsEmpty && !verdict.Untouched.IsEmpty;

    /// <summary><c>2 backlogs that the change does not touch: a.md, b.md</c>; empty when there is none.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="escape">Makes a path fit for where it is shown.</param>
    public static string Of(Verdict verdict, Func<string, string> escape)
    {
        var count = verdict.Untouched.Length;
        if (count == 0)
        {
            return "";
        }

        var names = string.Join(", ", verdict.Untouched.Take(MostNames).Select(file => escape(file.Path)));
        var more = count > MostNames ? $" and {count - MostNames} more" : "";
        return $"{Wording.Count(count, "backlog")} that the change does not touch: {names}{more}";
    }
}
