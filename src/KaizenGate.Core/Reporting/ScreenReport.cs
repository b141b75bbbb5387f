using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The verdict for people at a terminal: groups of findings, worst first and shortened until they fit, what was not checked,
/// and last the verdict, the figures and one next command.
/// </summary>
internal sealed class ScreenReport
{
    private const string Indent = "  ";
    private const int LabelWidth = 15;

    /// <summary>How much is shown of each group, from the most to the least; what fails the gate gets more.</summary>
    private static readonly ImmutableArray<(Detail Failing, Detail Other)> Details =
    [
        (new(3, true), new(3, true)),
        (new(3, true), new(1, true)),
        (new(3, true), new(1, false)),
        (new(3, false), new(1, false)),
        (new(1, false), new(0, false)),
        (new(0, false), new(0, false)),
    ];

    private readonly Verdict verdict;
    private readonly ReportOptions options;
    private readonly Screen screen;
    private readonly TextPage page;
    private readonly ImmutableArray<FindingGroup> groups;

    private ScreenReport(Verdict verdict, ReportOptions options, Screen screen, TextPage page)
    {
        (this.verdict, this.options, this.screen, this.page) = (verdict, options, screen, page);
        groups = FindingGroup.Of(
            verdict,
            verdict.Findings.Where(finding => TextReport.IsShown(finding, verdict, options)),
            screen.GroupsByItem
        );
    }

    private bool IsQuiet => options is { Quiet: true, Verbose: false };

    public static void Write(Verdict verdict, ReportOptions options, Screen screen, Stream stream)
    {
        using var writer = ReportStream.Text(stream, options.Color);
        var page = new TextPage(writer, options.Color);
        var report = new ScreenReport(verdict, options, screen, page);
        var notes = report.IsQuiet
            ? []
            : TextReport.Notes(verdict, options).SelectMany(note => report.Labelled(note.Label, note.Text)).ToList();
        var end = report.End().ToList();
        // The shell's prompt has the last row; an empty row follows the groups and the notes.
        var rows = screen.Height - 1 - end.Count - (notes.Count > 0 ? notes.Count + 1 : 0) - 1;
        foreach (var block in (IEnumerable<string>[])[report.Groups(rows), notes, end])
        {
            foreach (var line in block)
            {
                page.Line(line);
            }

            page.EndBlock();
        }
    }

    /// <summary>The groups in as much detail as fits.</summary>
    private List<string> Groups(int? rows)
    {
        if (rows is not { } most)
        {
            return [.. groups.SelectMany(group => Lines(group, new(int.MaxValue, true)))];
        }

        foreach (var (failing, other) in Details)
        {
            // What is too long is not written to its end.
            List<string> lines = [.. groups.SelectMany(group => Lines(group, Of(group))).Take(most + 1)];
            if (groups.Any(group => group.Findings.Length > Of(group).Places))
            {
                lines.Add(page.Dim($"--all shows all {groups.Sum(group => group.Findings.Length)} findings"));
            }

            if (lines.Count <= most)
            {
                return lines;
            }

            Detail Of(FindingGroup group) => group.Findings.Any(verdict.FailsBy) ? failing : other;
        }

        var shown = groups.Take(Math.Max(0, most - 1)).ToList();
        var hidden = groups.Skip(shown.Count).ToList();
        var findings = Wording.Count(hidden.Sum(group => group.Findings.Length), "finding");
        var kind = Wording.Count(hidden.Count, screen.GroupsByItem ? "more improvement" : "more rule");
        return
        [
            .. shown.SelectMany(group => Lines(group, new(0, false))),
            page.Dim(Cut($"and {kind} with {findings}; --all shows them")),
        ];
    }

    private IEnumerable<string> Lines(FindingGroup group, Detail detail)
    {
        var severity = StatusText.Words(group.Worst.Severity);
        var count = Wording.Count(group.Findings.Length, "finding");
        var name = Cut(group.Name, screen.Width - severity.Length - count.Length - 4);
        yield return $"{page.Of(group.Worst.Severity, severity)} {page.Bold(name)} · {count}";
        foreach (var finding in group.Findings.Take(detail.Places))
        {
            foreach (
                var line in screen.Height is null
                    ? Wrapped(Indent, group.Line(finding))
                    : [Cut($"{Indent}{group.Line(finding)}")]
            )
            {
                yield return line;
            }
        }

        if (detail.Places > 0 && group.Findings.Length - detail.Places is > 0 and var more)
        {
            yield return page.Dim($"{Indent}and {more} more");
        }

        if (detail.HasRemedy && !group.IsByItem)
        {
            foreach (var line in Wrapped($"{Indent}→ ", LogText.Of(group.Worst.Rule.Remedy)))
            {
                yield return line;
            }
        }
    }

    /// <summary>The verdict, the figures and the next command.</summary>
    private IEnumerable<string> End()
    {
        var outcome = VerdictText.Outcome(verdict);
        foreach (var line in Wrapped("", $"{outcome}: {LogText.Of(VerdictText.Grounds(verdict))}"))
        {
            yield return line.StartsWith(outcome, StringComparison.Ordinal)
                ? $"{page.Of(verdict.Outcome, outcome)}{line[outcome.Length..]}"
                : line;
        }

        if (verdict.Backlogs.Length > 0 && !IsQuiet)
        {
            foreach (var line in Labelled("figures", FiguresText.Line(verdict.Figures)))
            {
                yield return line;
            }
        }

        foreach (var line in Labelled("next", groups.IsEmpty ? CommandHint.Plan : Next(groups[0])))
        {
            yield return line;
        }
    }

    /// <summary>The next command; one that asks only if the report fits a terminal, because pipes are read by programs.</summary>
    private string Next(FindingGroup group) =>
        (
            screen.Height is not null && group is { IsByItem: false, Findings.Length: > 1 }
                ? CommandHint.NextForAll(group.Worst.Rule)
                : null
        ) ?? CommandHint.Next(group.Worst);

    private IEnumerable<string> Labelled(string label, string text)
    {
        var isFirst = true;
        foreach (var line in WrappedText.Lines(text, Math.Max(1, screen.Width - LabelWidth)))
        {
            yield return $"{page.Dim((isFirst ? label : "").PadRight(LabelWidth))}{line}";
            isFirst = false;
        }
    }

    /// <summary>The text in lines that are as wide as the screen; all but the first are indented by spaces.</summary>
    private IEnumerable<string> Wrapped(string indent, string text)
    {
        var isFirst = true;
        foreach (var line in WrappedText.Lines(text, Math.Max(1, screen.Width - indent.Length)))
        {
            yield return isFirst ? $"{indent}{line}" : $"{new string(' ', indent.Length)}{line}";
            isFirst = false;
        }
    }

    private string Cut(string text) => Cut(text, screen.Width);

    private static string Cut(string text, int width) =>
        ColumnWidth.Of(text) <= width ? text : $"{ColumnWidth.Prefix(text, Math.Max(0, width - 1))}…";

    /// <param name="Places">The maximum number of findings that are listed.</param>
    /// <param name="HasRemedy">Whether the remedy of the rule follows them.</param>
    private sealed record Detail(int Places, bool HasRemedy);
}
