using System.Text;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Charts;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting;

/// <summary>A summary for a job or a pull request; findings are cut to the size limit of the host.</summary>
internal static class MarkdownReport
{
    /// <summary>The limit of GitHub for the summary of a step, in bytes.</summary>
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>Below the limit of GitHub for comments, 65,536 characters.</summary>
    internal const int MaxCommentBytes = 65_000;

    /// <summary>Lets a bot find its previous comment.</summary>
    private const string Marker = "<!-- kaizengate -->\n";

    /// <summary>Limits the rows of figures and of reasons, to leave room for findings.</summary>
    private const int MaxRows = 100;

    public static ReportFormat<Verdict> Format { get; } =
        new("markdown", "for job summaries", (verdict, _, stream) => Write(verdict, stream, MaxBytes));

    public static ReportFormat<Verdict> Comment { get; } =
        new(
            "comment",
            "for comments on pull requests: Markdown within the size limit",
            (verdict, _, stream) => Write(verdict, stream, MaxCommentBytes)
        );

    private static void Write(Verdict verdict, Stream stream, int most)
    {
        var head = $"{Marker}{Heading(verdict)}{Figures(verdict)}{Unread(verdict)}{Change(verdict)}{Errors(verdict)}";
        var matrix = Mermaid.Matrix(OpenItem.Of(verdict));
        var tail = $"{Remedies(verdict)}{matrix}{NotEvaluated(verdict)}{Untouched(verdict)}{Hidden(verdict)}";
        if (Size(head) + Size(tail) > most)
        {
            (head, tail) = ($"{Marker}{Heading(verdict)}", "\nThe rest does not fit here; see the other reports.\n");
        }

        using var writer = ReportStream.Text(stream);
        writer.Write(head);
        writer.Write(Findings(verdict, most - Size(head) - Size(tail)));
        writer.Write(tail);
    }

    private static int Size(string text) => ReportStream.Encoding.GetByteCount(text);

    private static string Heading(Verdict verdict)
    {
        var sign = verdict.Outcome switch
        {
            Outcome.Pass => "✅",
            Outcome.Fail => "❌",
            _ => "⚠️",
        };
        return $"## {sign} KaizenGate: {VerdictText.Outcome(verdict)}\n\n"
            + $"{MarkdownText.Of(VerdictText.Grounds(verdict))}, as of {verdict.AsOf:yyyy-MM-dd}\n";
    }

    private static string Figures(Verdict verdict)
    {
        if (verdict.Backlogs.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder("\n")
            .Append(
                "| backlog | open | in progress | deferred | identified | executed | execution rate | arrivals | departures | drain time | cycle time | age of open improvements |\n"
            )
            .Append("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- | --- |\n");
        foreach (var one in verdict.Backlogs.Take(MaxRows))
        {
            Row(MarkdownText.Of(one.Backlog.File.Path), one.Figures);
        }

        if (verdict.Backlogs.Length > 1)
        {
            var cut = verdict.Backlogs.Length - MaxRows;
            Row(cut > 0 ? $"**total**, with {cut} more" : "**total**", verdict.Figures);
        }

        var missing = new[]
        {
            FiguresText.NoRate(verdict.Figures),
            FiguresText.NoPace(verdict.Figures),
            FiguresText.NoDrain(verdict.Figures),
            FiguresText.NoCycle(verdict.Figures),
            FiguresText.NoAge(verdict.Figures),
        };
        return text.Append("\nExecution rate: of all ever identified.")
            .Append(
                FiguresText.Window(verdict.Figures) is { Length: > 0 } window
                    ? $" Arrivals and departures: {window}."
                    : ""
            )
            .Append(string.Concat(missing.OfType<string>().Distinct().Select(reason => $" –: {reason}.")))
            .Append('\n')
            .ToString();

        void Row(string name, Figures figures) =>
            text.Append($"| {name} | {figures.Open} | {figures.InProgress} | {figures.Deferred} ")
                .Append($"| {figures.Identified} | {figures.Executed} ")
                .Append($"| {MarkdownText.Of(FiguresText.Rate(figures.ExecutionRate))} ")
                .Append($"| {MarkdownText.Of(FiguresText.PerWeek(figures.ArrivalsPerWeek))} ")
                .Append($"| {MarkdownText.Of(FiguresText.PerWeek(figures.DeparturesPerWeek))} ")
                .Append($"| {FiguresText.Drain(figures.DrainWeeks)} ")
                .Append($"| {FiguresText.Days(figures.CycleDays, "completion")} ")
                .Append($"| {FiguresText.Days(figures.OpenDays, "improvement")} |\n");
    }

    private static string Unread(Verdict verdict) =>
        string.Concat(AccountText.Lines(verdict, MaxRows).Select(line => $"\n{MarkdownText.Of(line)}\n"));

    private static string Errors(Verdict verdict)
    {
        var text = new StringBuilder();
        foreach (var error in verdict.Errors.Take(MaxRows))
        {
            text.Append(text.Length == 0 ? "\n- " : "- ")
                .Append(MarkdownText.Of($"{FindingText.Place(error)}{error.Message}"))
                .Append("<br>→ ")
                .Append(MarkdownText.Of(error.Help))
                .Append('\n');
        }

        return text.ToString();
    }

    private static string Findings(Verdict verdict, int room)
    {
        var findings = FindingText.WorstFirst(verdict).ToList();
        if (findings.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder(
            "\n### Findings\n\n| severity | rule | place | finding |\n| --- | --- | --- | --- |\n"
        );
        // Leaves room for the line that counts the others.
        var left = room - Size(text.ToString()) - 100;
        for (var i = 0; i < findings.Count; i++)
        {
            var row = Row(findings[i]);
            left -= Size(row);
            if (left < 0)
            {
                return text.Append($"\n{Wording.Count(findings.Count - i, "more finding")} not shown.\n").ToString();
            }

            text.Append(row);
        }

        return text.ToString();
    }

    private static string Row(Finding finding) =>
        $"| {StatusText.Words(finding.Severity)} | {finding.Rule.Id} {finding.Rule.Name} "
        + $"| {PlaceOf(finding)} "
        + $"| {MarkdownText.Of(FindingText.Sentence(finding))} |\n";

    /// <summary>A link to the issue, or the place in the file. Hosts turn the address alone into a link.</summary>
    private static string PlaceOf(Finding finding) =>
        finding.Item?.Address is { } address
            ? $"<{address}>"
            : $"{MarkdownText.Of(finding.File.Path)}:{finding.Span.Line}";

    private static string Remedies(Verdict verdict)
    {
        var rules = verdict
            .Findings.Where(finding => finding.Counts)
            .Select(finding => finding.Rule)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var rule in rules)
        {
            text.Append($"- **{rule.Id} {rule.Name}**: {rule.Remedy}\n");
        }

        return text.Length == 0 ? "" : $"\n### What to do\n\n{text}";
    }

    private static string NotEvaluated(Verdict verdict)
    {
        if (verdict.NotEvaluated.Length == 0)
        {
            return "";
        }

        var reasons = VerdictText.Reasons(verdict.NotEvaluated);
        var text = new StringBuilder("\n### Not evaluated\n\n| rules | reason |\n| --- | --- |\n");
        foreach (var (rules, reason) in reasons.Take(MaxRows))
        {
            text.Append($"| {rules} | {MarkdownText.Of(reason)} |\n");
        }

        return reasons.Length > MaxRows
            ? $"{text}\n{Wording.Count(reasons.Length - MaxRows, "more reason")} not shown.\n"
            : text.ToString();
    }

    private static string Untouched(Verdict verdict) =>
        VerdictText.Untouched(verdict, MarkdownText.Of) is { Length: > 0 } untouched
            ? $"\nNot checked: {untouched}.\n"
            : "";

    private static string Hidden(Verdict verdict) =>
        VerdictText.Hidden(verdict, countsInfos: false) is { Length: > 0 } hidden ? $"\nNot shown: {hidden}.\n" : "";

    /// <summary>The figures before and after; empty without a change.</summary>
    private static string Change(Verdict verdict)
    {
        if (verdict.Change is not { Delta: var delta } change)
        {
            return "";
        }

        var now = verdict.Figures;
        var (executed, identified) = (now.Executed - delta.Executed, now.Identified - delta.Identified);
        var before = identified > 0 ? (double?)executed / identified : null;
        return $"\n### Effect of this change ({MarkdownText.Of(change.Description)})\n\n| | before | after | change |\n| --- | --: | --: | --: |\n"
            + ChangeRow("open", now.Open, delta.Open)
            + ChangeRow("identified", now.Identified, delta.Identified)
            + ChangeRow("executed", now.Executed, delta.Executed)
            + $"| execution rate | {MarkdownText.Of(FiguresText.Rate(before))} | {MarkdownText.Of(FiguresText.Rate(now.ExecutionRate))} | {Points(before, now.ExecutionRate)} |\n"
            + $"\n{MarkdownText.Of(ChangeText.Line(change))}.\n";
    }

    private static string ChangeRow(string name, int now, int delta) =>
        $"| {name} | {now - delta} | {now} | {delta:+0;−0;0} |\n";

    private static string Points(double? before, double? after) =>
        Math.Round((after - before) * 100 ?? double.NaN, 1) switch
        {
            double.NaN => "–",
            0 => "0",
            < 0 and var less => $"−{-less:0.#} points",
            var more => $"+{more:0.#} points",
        };
}
