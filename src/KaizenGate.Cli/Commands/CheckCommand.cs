using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Cli.Pulling;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Commands;

/// <summary><c>check</c>: the gate.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Backlog files, or folders to search for one. Default: `backlogs` in the settings, else a file with a usual name in the working folder or above.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new FormatOption([.. ReportFormats.All.Select(known => known.Name)])
        {
            Purpose = name => ReportFormats.All.Find(name)?.Purpose,
        };
        var reports = new Option<string[]>("--report")
        {
            HelpName = "FORMAT=PATH",
            Description = "Also write a report to a file. Folders are created. Repeatable.",
        };
        var asOf = CommonArguments.AsOf(
            $", or `{AsOf.Commit}` for the date of the checked-out commit if the files are as in it"
        );
        var noBaseline = new Option<bool>("--no-baseline") { Description = "Ignore the baseline." };
        var noAnnotations = new Option<bool>("--no-annotations")
        {
            Description = "Print no annotations for GitHub Actions, Azure Pipelines and TeamCity.",
        };
        var quiet = new Option<bool>("--quiet", "-q")
        {
            Description = "Print only the verdict and the findings that affect it.",
        };
        var verbose = new Option<bool>("--verbose", "-v")
        {
            Description = "Also print infos, suppressed findings, reasons and all improvements.",
        };
        var screen = new ScreenOptions();
        var pull = new PullOptionSet();
        reports.CompletionSources.Add(_ =>
            ReportFormats.All.Select(known => new CompletionItem($"{known.Name}=", detail: known.Purpose))
        );
        var settings = new SettingsOptions();
        var history = new HistoryOptions();
        var command = new ExplainedCommand(
            "check",
            "Checks improvement backlogs against the rules. The exit code is 0 if the gate passed, 1 if it failed, 2 if the check could not run (invalid arguments, settings or files), and 3 after a bug in the program.",
            new Example("check", "the backlog of this repository"),
            new Example("check docs/BACKLOG.md --as-of 2026-03-02", "a given file, as of a given date"),
            new Example("check --all --by item", "every finding, by improvement"),
            new Example("check --as-of commit", "an earlier commit, as when it was made"),
            new Example("check --report sarif=kaizen.sarif --report junit=kaizen.xml", "reports for a build server"),
            new Example("check --format json --quiet | jq .verdict", "for a program"),
            new Example("check --staged", "the changes staged for the next commit"),
            new Example("check --since origin/main --require-history", "the changes of a branch, in a build"),
            new Example("check --since origin/main --settings-from base", "with the settings of the target branch"),
            new Example("check --since origin/main --only-changed", "only the backlogs that a branch touches"),
            new Example("check --rule wrong-section=off --fail-on warning", "with other severities")
        )
        {
            paths,
            reports,
            asOf,
        };
        format.AddTo(command);
        screen.AddTo(command);
        history.AddChangeTo(command);
        history.AddUseTo(command);
        history.AddSettingsTo(command);
        settings.AddFailOnTo(command);
        settings.AddTo(command);
        pull.AddTo(command);
        command.Add(noBaseline);
        command.Add(noAnnotations);
        command.Add(quiet);
        command.Add(verbose);
        command.SetAction(parsed =>
        {
            var use = history.UseOf(parsed);
            if (!pull.Run(parsed, host, () => settings.Load(parsed, host, use), parsed.GetValue(quiet)))
            {
                return ExitCode.InputError;
            }

            return new Check(host, parsed.GetValue(paths) ?? [], source => settings.Load(parsed, host, use, source))
            {
                Change = history.ChangeOf(parsed),
                Format = ReportFormats.All.Find(format.Of(parsed))!,
                Reports = parsed.GetValue(reports) ?? [],
                AsOf = parsed.GetValue(asOf) is AsOf.Commit ? null : AsOf.Of(parsed.GetValue(asOf), host),
                UseBaseline = !parsed.GetValue(noBaseline),
                Annotate = !parsed.GetValue(noAnnotations),
                Options = new ReportOptions { Quiet = parsed.GetValue(quiet), Verbose = parsed.GetValue(verbose) },
                Screen = screen.Of(parsed, host),
            }.Run();
        });
        return command;
    }
}
