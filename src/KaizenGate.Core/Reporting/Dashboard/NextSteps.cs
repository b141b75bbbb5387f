using KaizenGate.Core.Checking;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>The findings by rule, worst first, with remedies and places.</summary>
internal static class NextSteps
{
    /// <summary>The other places of a rule are collapsed.</summary>
    private const int MaxShown = 3;

    private const int MaxErrors = 50;

    /// <summary>The other places of a rule are only counted.</summary>
    private const int MaxPlaces = 50;

    /// <summary>Writes the part with its heading.</summary>
    public static void WritePart(Markup html, Verdict verdict, SourceLinks links)
    {
        var hidden = VerdictText.Hidden(verdict, countsInfos: false);
        PageHead.Part(html, "next", "What to do next", hidden.Length > 0 ? $"Not shown: {hidden}." : null);
        Write(html, verdict, links);
        html.Add($"</section>\n");
    }

    /// <summary>Writes the part with input errors and their remedies; nothing without errors.</summary>
    public static void WriteErrors(Markup html, Verdict verdict)
    {
        if (verdict.Errors.IsEmpty)
        {
            return;
        }

        PageHead.Part(html, "errors", "What to do next");
        html.Add($"<ol class=\"steps\">\n");
        foreach (var error in verdict.Errors.Take(MaxErrors))
        {
            html.Add(
                $"<li><h3><span class=\"chip error\">input error</span> {VisibleText.Message(error.Message)}</h3>"
            );
            html.Add($"<p class=\"do\">{VisibleText.Message(error.Help)}</p>");
            if (FindingText.Place(error) is { Length: > 0 } place)
            {
                html.Add($"<p class=\"note\"><code>{place.TrimEnd(' ', ':')}</code></p>");
            }

            html.Add($"</li>\n");
        }

        html.Add($"</ol>");
        if (verdict.Errors.Length > MaxErrors)
        {
            html.Add($"<p class=\"note\">{verdict.Errors.Length - MaxErrors} more are in the other reports.</p>");
        }

        html.Add($"</section>\n");
    }

    private static void Write(Markup html, Verdict verdict, SourceLinks links)
    {
        var rules = FindingText
            .WorstFirst(verdict)
            .GroupBy(finding => finding.Rule.Id)
            .Select(group => group.ToImmutableArray())
            .ToList();
        if (rules.Count == 0)
        {
            html.Add($"<p class=\"missing\">Nothing to do: no findings.</p>");
            return;
        }

        html.Add($"<ol class=\"steps\">\n");
        foreach (var findings in rules)
        {
            Step(html, verdict, findings, links);
        }

        html.Add($"</ol>\n");
    }

    private static void Step(Markup html, Verdict verdict, ImmutableArray<Finding> findings, SourceLinks links)
    {
        var rule = findings[0].Rule;
        var severity = StatusText.Words(findings[0].Severity);
        var fails = findings.Any(verdict.FailsBy) ? ", fails the gate" : "";
        html.Add($"<li><h3><span class=\"chip {severity}\">{severity}</span> {FindingText.Title(rule)} ");
        html.Add($"<span class=\"rule\">{rule.Id} · {Wording.Count(findings.Length, "finding")}{fails}</span></h3>");
        html.Add($"<p class=\"do\">{Markup.Message(rule.Remedy)}</p>");
        Places(html, findings.AsSpan()[..Math.Min(MaxShown, findings.Length)], links);
        if (findings.Length > MaxShown)
        {
            html.Add($"<details><summary>{findings.Length - MaxShown} more</summary>");
            Places(html, findings.AsSpan()[MaxShown..Math.Min(MaxPlaces, findings.Length)], links);
            if (findings.Length > MaxPlaces)
            {
                html.Add($"<p class=\"note\">{findings.Length - MaxPlaces} more in the other reports.</p>");
            }

            html.Add($"</details>");
        }

        html.Add($"</li>\n");
    }

    private static void Places(Markup html, ReadOnlySpan<Finding> findings, SourceLinks links)
    {
        html.Add($"<ul class=\"places\">");
        foreach (var finding in findings)
        {
            html.Add($"<li><code>");
            var issue = finding.Item?.Address;
            links.Write(
                html,
                finding.File,
                finding.Span.Line,
                issue is null ? $"{finding.File.Path}:{finding.Span.Line}" : finding.Item!.Id ?? issue,
                issue
            );

            html.Add($"</code><span class=\"said\">{Markup.Message(FindingText.Sentence(finding))}</span></li>");
        }

        html.Add($"</ul>");
    }
}
