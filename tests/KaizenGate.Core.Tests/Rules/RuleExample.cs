using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>What an example of a page shows.</summary>
internal enum ExampleKind
{
    Bad,
    Good,
    NotEvaluated,
}

/// <summary>A backlog on a page with the findings that the page shows.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="AsOf">Today.</param>
/// <param name="Text">The backlog; null when there is none.</param>
/// <param name="History">Its history.</param>
/// <param name="Settings">The settings as JSON; null for the built-in ones.</param>
/// <param name="Accepted">The baseline as JSON; null for none.</param>
/// <param name="Expected">The findings of the rule, one per line.</param>
/// <param name="PageLine">Where the fence opens, from 1.</param>
internal sealed record RuleExample(
    ExampleKind Kind,
    DateOnly AsOf,
    string? Text,
    ExampleHistory History,
    string? Settings,
    string? Accepted,
    ImmutableArray<string> Expected,
    int PageLine
)
{
    /// <summary>The settings before the change as JSON; null for none.</summary>
    public string? SettingsBefore { get; init; }

    /// <summary>The archive of the backlog; null for none.</summary>
    public string? Archive { get; init; }

    /// <summary>The counts of signals as JSON Lines; null for none.</summary>
    public string? Digest { get; init; }

    /// <summary>The findings of the rule when all rules check the backlog, one per line, in the order of their places.</summary>
    public ImmutableArray<string> Run(Rule rule)
    {
        var settings = Settings is null ? GateSettings.Default : ExampleSettings.Read(Settings);
        var verdict = Gate.Check(Evidence(settings), settings, AsOf, "0.0.0", Baseline(settings), change: Change());
        return
        [
            .. verdict.Findings.Where(finding => finding.Rule.Id == rule.Id && finding.Counts).Select(Line),
            .. verdict.NotEvaluated.Where(missing => missing.Rule.Id == rule.Id).Select(Line),
        ];
    }

    private ImmutableArray<Evidence> Evidence(GateSettings settings)
    {
        var options = ExampleSettings.Reading(settings);
        var archive = Archive is null ? null : Read("IMPROVEMENTS.archive.md", Archive);
        return Text is null
            ? []
            :
            [
                History.Evidence(Read("IMPROVEMENTS.md", Text) with { Archive = archive }, AsOf, options) with
                {
                    Signals = Digest is null ? null : SignalDigestFile.Parse(Encoding.UTF8.GetBytes(Digest)),
                },
            ];

        Backlog Read(string name, string text) => BacklogReader.Read(SourceFile.Named(name), text, options);
    }

    private GateChange? Change() =>
        SettingsBefore is null ? null : ExampleSettings.Change(SettingsBefore, Settings ?? "{}");

    private Baseline? Baseline(GateSettings settings) =>
        Accepted is null
            ? null
            : Core.Checking.Baseline.Read(
                SourceFile.Named(settings.Baseline),
                Encoding.UTF8.GetBytes(Accepted),
                [.. RuleCatalog.All.Select(rule => rule.Known)]
            );

    private static string Line(Finding found) =>
        $"{found.File.Path}:{found.Span.Line}:{found.Span.Column} {found.Severity.ToString().ToLowerInvariant()} {found.Rule.Id} {found.Message}";

    private static string Line(NotEvaluatedRule found) => $"not evaluated {found.Rule.Id}: {found.Reason}";
}
