using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Runs;

/// <summary>Fixes backlogs, or reports what would be fixed.</summary>
internal sealed class FixRun(Host host, IReadOnlyList<string> paths, LoadedSettings loaded, DateOnly asOf)
{
    private static readonly JsonContract<(Rule Rule, int Count)> Fixed = new()
    {
        { "rule", one => one.Rule.Id },
        { "count", one => one.Count },
    };

    private static readonly JsonContract<Finding> Left = new()
    {
        { "rule", finding => finding.Rule.Id },
        { "line", finding => finding.Span.Line },
        { "column", finding => finding.Span.Column },
        { "message", finding => finding.Message },
    };

    private static readonly JsonContract<(BacklogEdit Edit, FixOutcome Outcome, bool ShowsDiff)> Backlog = new(
        omitsNull: true
    )
    {
        { "path", one => one.Edit.File.Path },
        { "changes", one => one.Edit.IsChange },
        { "fixed", one => one.Outcome.Fixed, Fixed },
        { "left", one => one.Outcome.Left, Left },
        { "diff", one => one.ShowsDiff ? one.Edit.Diff() : null },
    };

    /// <summary>The document.</summary>
    public static JsonContract<(
        IEnumerable<(BacklogEdit, FixOutcome, bool)> Backlogs,
        bool IsWritten
    )> Contract { get; } =
        new()
        {
            { "schemaVersion", _ => 1 },
            { "written", one => one.IsWritten },
            { "backlogs", one => one.Backlogs, Backlog },
        };

    private readonly EditedBacklogs backlogs = new(host, paths, loaded);

    /// <summary>Records the changes.</summary>
    public Journal Journal { get; init; } = host.Journal("fix");

    /// <summary>The ids of the rules to fix; empty for all.</summary>
    public required ImmutableHashSet<string> Rules { get; init; }

    public required bool Writes { get; init; }

    public required bool IsCheck { get; init; }

    public required bool ShowsDiff { get; init; }

    public required bool IsJson { get; init; }

    /// <returns>The exit code: 1 when <c>--check</c> finds something to fix, or when findings remain that need a decision.</returns>
    /// <exception cref="InputException">A backlog cannot be read or written.</exception>
    public int Run()
    {
        List<(BacklogEdit Edit, FixOutcome Outcome)> done = [.. backlogs.Files().Select(Fix)];
        if (IsJson)
        {
            Contract.Write(host.Output, (done.Select(one => (one.Edit, one.Outcome, ShowsDiff)), Writes));
        }
        else
        {
            foreach (var (edit, outcome) in done)
            {
                Print(edit, outcome);
            }
        }

        return done.Exists(one => (IsCheck && one.Edit.IsChange) || !one.Outcome.Left.IsEmpty)
            ? ExitCode.Failed
            : ExitCode.Passed;
    }

    private (BacklogEdit Edit, FixOutcome Outcome) Fix(SourceFile file)
    {
        var archive = backlogs.ReadArchiveOf(file);
        FixOutcome? outcome = null;
        var edit = BacklogEdit.Of(
            file,
            backlogs.Reading,
            document => (outcome = FixOutcome.Of(document, archive, loaded.Settings, asOf, Rules)).After,
            isDryRun: !Writes,
            journal: Journal
        );
        return (edit, outcome!);
    }

    private void Print(BacklogEdit edit, FixOutcome outcome)
    {
        if (ShowsDiff)
        {
            FileAnswer.PrintDiff(host, edit.Diff());
        }
        else
        {
            var path = LogText.Of(edit.File.Path);
            host.Text.WriteLine(
                !edit.IsChange ? $"{path}: nothing to fix"
                : Writes ? $"{path}: fixed"
                : $"{path}: needs fixing; run `{CommandLine.Name} fix`"
            );
            foreach (var (rule, count) in outcome.Fixed)
            {
                host.Text.WriteLine($"  {rule.Id} {rule.Name}: {count}");
            }
        }

        foreach (var finding in outcome.Left)
        {
            host.ErrorText.WriteLine(
                LogText.Message(
                    $"{edit.File.Path}:{finding.Span.Line}:{finding.Span.Column} not fixed {finding.Rule.Id} {finding.Message}; needs a decision, fix it by hand"
                )
            );
        }
    }
}
