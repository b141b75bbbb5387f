using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The verdict as lines: findings by file, remedies, figures, what is not shown, and the verdict in the last line. People at
/// a terminal get a <see cref="ScreenReport"/>.
/// </summary>
internal static class TextReport
{
    /// <summary>Without <c>--verbose</c>, only the first backlogs with unread entries are listed.</summary>
    private const int MaxUnread = 5;

    /// <summary>From this number on, lines are composed at the same time.</summary>
    private const int ManyLines = 1_000;

    /// <summary>The other rules with the same reason are only counted.</summary>
    private const int MaxRules = 3;

    public static ReportFormat<Verdict> Format { get; } =
        new("text", "for people: a screenful on a terminal, otherwise lines", Write);

    /// <summary>One line per finding, also on a terminal.</summary>
    public static ReportFormat<Verdict> LinesFormat { get; } =
        new("lines", "one line per finding, remedies, figures and the verdict", WriteLines);

    private static void Write(Verdict verdict, ReportOptions options, Stream stream)
    {
        if (options.Screen is { } screen)
        {
            ScreenReport.Write(verdict, options, screen, stream);
        }
        else
        {
            WriteLines(verdict, options, stream);
        }
    }

    private static void WriteLines(Verdict verdict, ReportOptions options, Stream stream)
    {
        using var writer = ReportStream.Text(stream, options.Color);
        var page = new TextPage(writer, options.Color);
        var isQuiet = options.Quiet && !options.Verbose;
        var sections = ReportSection
            .Of(verdict)
            .Select(section =>
                (Section: section, Shown: section.Findings.Where(one => IsShown(one, verdict, options)).ToList())
            )
            .ToList();
        List<Finding> shown = [.. sections.SelectMany(section => section.Shown)];
        using var lines = (
            shown.Count < ManyLines ? shown.Select(LineOf) : Concurrently.Select(shown, LineOf)
        ).GetEnumerator();
        foreach (var (section, own) in sections)
        {
            for (var line = 0; line < own.Count && lines.MoveNext(); line++)
            {
                page.Line(lines.Current);
            }

            WriteFiguresOf(section);
        }

        WriteErrors();
        if (!isQuiet)
        {
            WriteRemedies();
            WriteFoot(verdict, options, page);
        }
        else
        {
            page.EndBlock();
        }

        var outcome = page.Of(verdict.Outcome, VerdictText.Outcome(verdict));
        page.Line($"{outcome}: {LogText.Of(VerdictText.Grounds(verdict))}");

        void WriteFiguresOf(ReportSection section)
        {
            if (options.Verbose && section.Checked is { Backlog.Improvements.Length: > 0 } listed)
            {
                page.EndBlock();
                ImprovementTable.Write(listed.Backlog, listed.Scoring, page);
            }

            if (!isQuiet && section.Checked is { } backlog && verdict.Backlogs.Length > 1)
            {
                page.Line($"{page.Bold(LogText.Path(section.File.Path))}  {FiguresText.Line(backlog.Figures)}");
            }

            if (options.Verbose && section.Checked is { SettingsFiles: { Length: > 0 } files })
            {
                page.Labelled("settings", string.Join(", ", files.Select(LogText.Path)));
            }

            page.EndBlock();
        }

        string LineOf(Finding finding) => FindingLine(finding, verdict.AsOf, page);

        void WriteErrors()
        {
            foreach (var error in verdict.Errors)
            {
                page.Line(
                    $"{FindingText.Place(error)}{page.Of(Severity.Error, "error")}: {LogText.Message(error.Message)}"
                );
                page.Line($"  → {LogText.Message(error.Help)}");
            }

            page.EndBlock();
        }

        void WriteRemedies()
        {
            var rules = verdict
                .Findings.Where(finding => finding.Counts && IsShown(finding, verdict, options))
                .Select(finding => finding.Rule)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .ToList();
            if (rules.Count == 0)
            {
                return;
            }

            var width = rules.Max(rule => rule.Name.Length);
            page.Line($"{page.Bold("what to do")}  {page.Dim($"more: dotnet kaizen explain {rules[0].Id}")}");
            foreach (var rule in rules)
            {
                page.Line($"  {rule.Id} {rule.Name.PadRight(width)}  {LogText.Of(rule.Remedy)}");
            }

            var fixable = rules.Where(rule => rule.FixedBy is FixingCommand.Fix).Select(rule => rule.Id).ToList();
            if (fixable.Count > 0)
            {
                page.Line($"  `dotnet kaizen fix` fixes {string.Join(", ", fixable)}; --dry-run previews the changes");
            }

            page.EndBlock();
        }
    }

    /// <summary>Whether a finding is shown or only counted.</summary>
    public static bool IsShown(Finding finding, Verdict verdict, ReportOptions options) =>
        options.Verbose || (finding.Counts && (finding.Severity >= Severity.Warning || verdict.FailsBy(finding)));

    private static string FindingLine(Finding finding, DateOnly asOf, TextPage page)
    {
        if (!finding.Counts)
        {
            return page.Dim($"{FindingText.Line(finding)} ({LogText.Of(HiddenReason(finding, asOf))})");
        }

        var severity = page.Of(finding.Severity, StatusText.Words(finding.Severity));
        var message = LogText.Message(finding.Message);
        var name = LogText.Of(FindingText.NameSuffix(finding)) + FindingText.ReferenceSuffix(finding);
        return $"{FindingText.Place(finding)} {severity} {page.Bold(finding.Rule.Id)} {message}{page.Dim(name)}";
    }

    private static string HiddenReason(Finding finding, DateOnly asOf) =>
        finding switch
        {
            { IsSuppressed: true, SuppressionReason: { } reason } => $"suppressed: {VisibleText.Message(reason)}",
            { IsSuppressed: true } => "suppressed",
            _ => $"in the baseline for {VerdictText.Age(finding.BaselinedSince!.Value, asOf)}",
        };

    /// <summary>Writes the lines between the findings and the verdict: figures, unread entries, rules not evaluated, backlogs not checked, findings not shown.</summary>
    private static void WriteFoot(Verdict verdict, ReportOptions options, TextPage page)
    {
        if (verdict.Backlogs.Length > 0)
        {
            var label = verdict.Backlogs.Length > 1 ? "total" : "figures";
            page.Labelled(label, FiguresText.Line(verdict.Figures));
            if (options.Verbose)
            {
                page.Labelled("", FiguresText.DaysLine(verdict.Figures));
            }
        }

        foreach (var (label, text) in Notes(verdict, options))
        {
            page.Labelled(label, text);
        }
    }

    /// <summary>The reason that most of the rules share.</summary>
    private static string MainReason(Verdict verdict)
    {
        var (reason, rules) = verdict
            .NotEvaluated.Where(one => !one.NeedsChange)
            .GroupBy(one => one.Reason, one => one.Rule.Id, StringComparer.Ordinal)
            .Select(group => (group.Key, Rules: group.Distinct().ToList()))
            .MaxBy(group => group.Rules.Count);
        var more = rules.Count > MaxRules ? $" and {rules.Count - MaxRules} more" : "";
        return $"{string.Join(", ", rules.Take(MaxRules))}{more}: {LogText.Message(reason)}";
    }

    /// <summary>The effect of the change, unread entries, rules not evaluated, backlogs not checked, findings not shown; safe in any log.</summary>
    public static IEnumerable<(string Label, string Text)> Notes(Verdict verdict, ReportOptions options)
    {
        if (verdict.Change is { } change)
        {
            yield return ("change", LogText.Message($"{change.Description}: {ChangeText.Line(change)}"));
        }

        foreach (var line in AccountText.Lines(verdict, options.Verbose ? int.MaxValue : MaxUnread))
        {
            yield return ("reading", LogText.Message(line));
        }

        if (options.Verbose)
        {
            foreach (var missing in verdict.NotEvaluated)
            {
                yield return ("not evaluated", FindingText.Reason(missing));
            }
        }
        else if (VerdictText.NotEvaluated(verdict) is > 0 and var count)
        {
            yield return ("not evaluated", $"{Wording.Count(count, "rule")}; {MainReason(verdict)} (use --verbose)");
        }

        if (VerdictText.Untouched(verdict, LogText.Path) is { Length: > 0 } untouched)
        {
            yield return ("not checked", untouched);
        }

        if (!options.Verbose && VerdictText.Hidden(verdict, countsInfos: true) is { Length: > 0 } hidden)
        {
            yield return ("not shown", $"{hidden} (use --verbose)");
        }
    }
}
