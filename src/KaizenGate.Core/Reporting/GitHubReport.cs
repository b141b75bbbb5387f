using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>Annotations of GitHub Actions: the worst first, as many as a step shows, and one that counts the others.</summary>
internal static class GitHubReport
{
    /// <summary>A step silently drops further errors, warnings or notices.</summary>
    private const int MaxPerLevel = 10;

    public static ReportFormat<Verdict> Format { get; } =
        new("github", "for GitHub Actions: annotations in the log", Write);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        var errors = verdict.Errors.Length + verdict.Count(Severity.Error);
        var warnings = verdict.Count(Severity.Warning);
        var infos = verdict.Count(Severity.Info);
        // On a passed gate, rules that were not evaluated are in the log and the summary only.
        var missing = verdict.Outcome is Outcome.Pass ? [] : verdict.NotEvaluated;
        var needsSummary = errors > MaxPerLevel || warnings > MaxPerLevel || infos > MaxPerLevel || !missing.IsEmpty;
        // The summary is a notice too.
        var notices = needsSummary ? MaxPerLevel - 1 : MaxPerLevel;

        using var writer = ReportStream.Commands(stream);
        var lines = verdict
            .Errors.Select(Line)
            .Concat(Lines(Severity.Error))
            .Take(MaxPerLevel)
            .Concat(Lines(Severity.Warning).Take(MaxPerLevel))
            .Concat(Lines(Severity.Info).Take(notices));
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }

        if (needsSummary)
        {
            var cut = Excess(errors, MaxPerLevel) + Excess(warnings, MaxPerLevel) + Excess(infos, notices);
            writer.WriteLine(BuildCommand.GitHub("notice", Summary(missing, cut), ("title", "KaizenGate")));
        }

        IEnumerable<string> Lines(Severity severity) =>
            verdict.Findings.Where(finding => finding.Counts && finding.Severity == severity).Select(Line);
    }

    private static int Excess(int count, int limit) => Math.Max(0, count - limit);

    private static string Summary(ImmutableArray<NotEvaluatedRule> missing, int cut)
    {
        var lines = VerdictText
            .Reasons(missing)
            .Select(one => $"not evaluated {one.Rules}: {LogText.Message(one.Reason)}");
        return string.Join('\n', cut > 0 ? lines.Prepend($"{cut} more, see the report") : lines);
    }

    private static string Line(Finding finding)
    {
        var span = finding.Span;
        var isOneLine = span.Line == span.EndLine;
        return BuildCommand.GitHub(
            finding.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "notice",
            },
            $"{LogText.Of(FindingText.Message(finding))}\n→ {LogText.Of(finding.Rule.Remedy)}",
            ("file", LogText.Of(finding.File.RootPath)),
            ("line", $"{span.Line}"),
            ("endLine", $"{span.EndLine}"),
            // The runner drops the columns of a range of several lines.
            ("col", isOneLine ? $"{span.Column}" : null),
            ("endColumn", isOneLine && span.EndColumn > span.Column ? $"{span.EndColumn}" : null),
            ("title", $"{finding.Rule.Id} {finding.Rule.Name}")
        );
    }

    private static string Line(Backlogs.InputError error) =>
        BuildCommand.GitHub(
            "error",
            LogText.Message(FindingText.Message(error)),
            ("file", error.Path is null ? null : LogText.Of(error.Path)),
            ("line", error.Line is null ? null : $"{error.Line}"),
            ("col", error.Column is null ? null : $"{error.Column}"),
            ("title", "KaizenGate could not run")
        );
}
